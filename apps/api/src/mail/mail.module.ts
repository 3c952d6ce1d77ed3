import { Global, Module } from '@nestjs/common';
import { MailFacts } from './mail-facts.ts';
import { MailQueue } from './mail-queue.repository.ts';
import { Mails } from './mails.ts';
import { Postman } from './postman.ts';
import { Sending } from './sending.ts';

@Global()
@Module({
  providers: [Mails, MailFacts, MailQueue, Postman, Sending],
  exports: [Mails, MailFacts, MailQueue, Postman, Sending],
})
export class MailModule {}
