import { Module } from '@nestjs/common';
import { FirmsModule } from '../firms/firms.module.ts';
import { FiguresRepository } from './figures/figures.repository.ts';
import { Figures } from './figures/figures.service.ts';
import { LedgerRepository } from './ledger/ledger.repository.ts';
import { Ledger } from './ledger/ledger.service.ts';
import { OutcomesController } from './outcomes.controller.ts';
import { PastRepository } from './past/past.repository.ts';
import { Past } from './past/past.service.ts';
import { Reports } from './reports/reports.service.ts';

@Module({
  imports: [FirmsModule],
  controllers: [OutcomesController],
  providers: [Figures, FiguresRepository, Ledger, LedgerRepository, Past, PastRepository, Reports],
  exports: [Past],
})
export class OutcomesModule {}
