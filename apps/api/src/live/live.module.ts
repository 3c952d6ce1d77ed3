import { Global, Module } from '@nestjs/common';
import { Changes } from './changes.ts';
import { JournalTail } from './journal-tail.ts';
import { Journal } from './journal.repository.ts';
import { LiveController } from './live.controller.ts';
import { LiveGateway } from './live.gateway.ts';
import { Sequencer } from './sequencer.ts';

@Global()
@Module({
  controllers: [LiveController],
  providers: [Changes, Journal, JournalTail, LiveGateway, Sequencer],
  exports: [Changes, JournalTail, LiveGateway, Sequencer],
})
export class LiveModule {}
