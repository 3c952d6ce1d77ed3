import { Module } from '@nestjs/common';
import { Health } from './health.ts';
import { Metrics } from './metrics.ts';

@Module({ providers: [Health, Metrics], exports: [Health, Metrics] })
export class OperationsModule {}
