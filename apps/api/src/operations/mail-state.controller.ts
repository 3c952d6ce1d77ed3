import { Controller } from '@nestjs/common';
import { readMailState } from '@forum/contract/operations/mail-state';
import { Database } from '../database/database.ts';
import { Endpoint } from '../http/endpoint.ts';
import { MailQueue } from '../mail/mail-queue.repository.ts';

/** Tells the host's team what became of the forum's mails. */
@Controller()
export class MailStateController {
  constructor(
    private readonly queue: MailQueue,
    private readonly database: Database,
  ) {}

  @Endpoint(readMailState)
  read() {
    return this.queue.unsent(this.database.reader);
  }
}
