import { Module } from '@nestjs/common';
import { Capitals } from './capitals.service.ts';
import { EditionsController } from './editions.controller.ts';
import { EditionsRepository } from './editions.repository.ts';
import { Editions } from './editions.service.ts';
import { RotationController } from './rotation.controller.ts';
import { Rotation } from './rotation.service.ts';

@Module({
  controllers: [EditionsController, RotationController],
  providers: [Editions, EditionsRepository, Rotation, Capitals],
  exports: [EditionsRepository],
})
export class EditionsModule {}
