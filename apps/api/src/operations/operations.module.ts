import { Module } from '@nestjs/common';
import { Health } from './health.ts';
import { Metrics } from './metrics.ts';
import { Tidying } from './tidying.ts';

@Module({ providers: [Health, Metrics, Tidying], exports: [Health, Metrics] })
export class OperationsModule {}
