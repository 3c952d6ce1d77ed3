import { Module } from '@nestjs/common';
import { RemovalsController } from './removals.controller.ts';
import { RemovalsService } from './removals.service.ts';

@Module({
  controllers: [RemovalsController],
  providers: [RemovalsService],
})
export class RemovalsModule {}
