import { Global, Module } from '@nestjs/common';
import { MailFacts } from './mail-facts.ts';
import { MailQueue } from './mail-queue.repository.ts';
import { Mails } from './mails.ts';
import { Notices } from './notices.ts';
import { Postman } from './postman.ts';
import { Sending } from './sending.ts';

@Global()
@Module({
  providers: [Mails, MailFacts, MailQueue, Notices, Postman, Sending],
  exports: [Mails, MailFacts, MailQueue, Notices, Postman, Sending],
})
export class MailModule {}
