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

  /** Sends after the transaction has committed, and only then. */
  async send(transaction: Transaction, mail: NewMail): Promise<void> {
    const rows: { id: string }[] = await transaction.query(
      `insert into mail (recipient, subject, body, calendar_method, calendar, once) values ($1, $2, $3, $4, $5, $6)
       on conflict (once) do nothing returning id`,
      [
        mail.to,
        mail.subject,
        mail.text,
        mail.calendar?.method ?? null,
        mail.calendar?.content ?? null,
        mail.once ?? null,
      ],
    );
    const [row] = rows;
    if (row) await this.jobs.enqueue(transaction, 'send-mail', { mailId: row.id });
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
