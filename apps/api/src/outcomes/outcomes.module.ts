import { Module } from '@nestjs/common';
import { FirmsModule } from '../firms/firms.module.ts';
import { FiguresRepository } from './figures/figures.repository.ts';
import { FiguresService } from './figures/figures.service.ts';
import { LedgerRepository } from './ledger/ledger.repository.ts';
import { LedgerService } from './ledger/ledger.service.ts';
import { OutcomesController } from './outcomes.controller.ts';
import { PastRepository } from './past/past.repository.ts';
import { PastService } from './past/past.service.ts';
import { ReportsService } from './reports/reports.service.ts';

@Module({
  imports: [FirmsModule],
  controllers: [OutcomesController],
  providers: [
    FiguresService,
    FiguresRepository,
    LedgerService,
    LedgerRepository,
    PastService,
    PastRepository,
    ReportsService,
  ],
  exports: [PastService],
})
export class OutcomesModule {}
