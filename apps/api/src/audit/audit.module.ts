import { Module } from '@nestjs/common';
import { AuditorMails } from './auditor-mails.ts';

@Module({ providers: [AuditorMails] })
export class AuditModule {}
