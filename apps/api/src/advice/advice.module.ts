import { Module } from '@nestjs/common';
import { AdviceController } from './advice.controller.ts';
import { AdviceService } from './advice.service.ts';
import { RouteFactsRepository } from './route-facts.repository.ts';
import { WorksheetsController } from './worksheets/worksheets.controller.ts';
import { WorksheetsRepository } from './worksheets/worksheets.repository.ts';
import { WorksheetsService } from './worksheets/worksheets.service.ts';

@Module({
  controllers: [AdviceController, WorksheetsController],
  providers: [AdviceService, RouteFactsRepository, WorksheetsService, WorksheetsRepository],
})
export class AdviceModule {}
