import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../database/database.ts';
import { Jobs } from '../jobs/jobs.ts';
import { Postman } from './postman.ts';

/** A mail to one person. */
export interface NewMail {
  to: string;
  subject: string;
  text: string;
  /** An iCalendar object of one item, as this recipient may see it. */
  calendar?: { method: 'REQUEST' | 'CANCEL' | 'PUBLISH'; content: string };
  /** Names the news, so that it is mailed once: thing, version, recipient, kind. */
  once?: string;
}

/** Writes mails in the transaction of the news that they tell, and sends them afterwards. */
@Injectable()
export class Mails {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly postman: Postman,
  ) {
    jobs.handle('send-mail', ({ mailId }) => this.#send(mailId));
  }

  /** Sends after the transaction has committed, and only then; answers how many were not sent before. */
  async send(transaction: Transaction, ...mails: readonly NewMail[]): Promise<number> {
    if (mails.length === 0) return 0;
    const rows = await transaction.query<{ id: string }>(
      `insert into mail (recipient, subject, body, calendar_method, calendar, once)
       select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
       on conflict (once) do nothing returning id`,
      [
        mails.map((mail) => mail.to),
        mails.map((mail) => mail.subject),
        mails.map((mail) => mail.text),
        mails.map((mail) => mail.calendar?.method ?? null),
        mails.map((mail) => mail.calendar?.content ?? null),
        mails.map((mail) => mail.once ?? null),
      ],
    );
    if (rows.length === 0) return 0;
    await this.jobs.enqueueAll(
      transaction,
      'send-mail',
      rows.map(({ id }) => ({ mailId: id })),
    );
    return rows.length;
  }

  async #send(mailId: string): Promise<void> {
    const mail = await this.database.row<{
      recipient: string;
      subject: string;
      body: string;
      method: 'REQUEST' | 'CANCEL' | 'PUBLISH' | null;
      calendar: string | null;
    }>(
      `select recipient, subject, body, calendar_method as method, calendar from mail where id = $1 and sent_at is null`,
      [mailId],
    );
    if (!mail) return;
    await this.postman.deliver({
      id: mailId,
      to: mail.recipient,
      subject: mail.subject,
      text: mail.body,
      ...(mail.method && mail.calendar ? { calendar: { method: mail.method, content: mail.calendar } } : {}),
    });
    await this.database.rows('update mail set sent_at = now() where id = $1', [mailId]);
  }
}
