import { Module } from '@nestjs/common';
import { RemovalsController } from './removals.controller.ts';
import { Removals } from './removals.service.ts';

@Module({
  controllers: [RemovalsController],
  providers: [Removals],
})
export class RemovalsModule {}
