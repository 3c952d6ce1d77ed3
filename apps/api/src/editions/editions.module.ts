import { Module } from '@nestjs/common';
import { CapitalsService } from './capitals.service.ts';
import { EditionsController } from './editions.controller.ts';
import { EditionsRepository } from './editions.repository.ts';
import { EditionsService } from './editions.service.ts';
import { RotationController } from './rotation/rotation.controller.ts';
import { RotationService } from './rotation/rotation.service.ts';

@Module({
  controllers: [EditionsController, RotationController],
  providers: [EditionsService, EditionsRepository, RotationService, CapitalsService],
  exports: [EditionsRepository],
})
export class EditionsModule {}
