import { Module } from '@nestjs/common';
import { DatabaseWatch } from '../database/database-watch.ts';
import { Health } from './health.ts';
import { MailStateController } from './mail-state.controller.ts';
import { Metrics } from './metrics.ts';
import { Tidying } from './tidying.ts';

@Module({
  controllers: [MailStateController],
  providers: [DatabaseWatch, Health, Metrics, Tidying],
  exports: [Health, Metrics],
})
export class OperationsModule {}
