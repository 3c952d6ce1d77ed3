import { Global, Module } from '@nestjs/common';
import { JournalHeads } from '../audit/journal-heads.ts';
import { Changes } from './changes.ts';
import { JournalTail } from './journal-tail.ts';
import { Journal } from './journal.repository.ts';
import { LiveController } from './live.controller.ts';
import { LiveGateway } from './live.gateway.ts';
import { Sequencer } from './sequencer.ts';
import { SocketBudget } from './socket-budget.ts';

@Global()
@Module({
  controllers: [LiveController],
  providers: [Changes, Journal, JournalHeads, JournalTail, LiveGateway, Sequencer, SocketBudget],
  exports: [Changes, JournalHeads, JournalTail, LiveGateway, Sequencer],
})
export class LiveModule {}
