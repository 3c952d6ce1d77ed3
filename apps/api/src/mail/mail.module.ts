import { Global, Module } from '@nestjs/common';
import { Mails } from './mails.ts';
import { Postman } from './postman.ts';
import { Sending } from './sending.ts';

@Global()
@Module({ providers: [Mails, Postman, Sending], exports: [Mails, Postman, Sending] })
export class MailModule {}
