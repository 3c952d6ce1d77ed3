import { Injectable } from '@nestjs/common';
import { type Transaction } from '../database/database.ts';
import { Jobs } from '../jobs/jobs.ts';
import { Sending } from './sending.ts';

/** A mail to one person. */
export interface NewMail {
  to: string;
  subject: string;
  text: string;
  /** An iCalendar object of one item, as this recipient may see it. */
  calendar?: { method: 'REQUEST' | 'CANCEL' | 'PUBLISH'; content: string };
  /** Names the news, so that it is mailed once: thing, version, recipient, kind. */
  once?: string;
  /** After so many minutes it is of no use, and not sent any more; five days unless told. */
  usefulMinutes?: number;
}

const fiveDays = 5 * 24 * 60;

/** Writes mails in the transaction of the news that they tell, and has them sent afterwards. */
@Injectable()
export class Mails {
  constructor(
    private readonly jobs: Jobs,
    sending: Sending,
  ) {
    jobs.handle('send-mail', ({ mailId }) => sending.attempt(mailId));
    jobs.handle('tend-mails', () => sending.attemptDue());
  }

  /** Sends after the transaction has committed, and only then; answers how many were not sent before. */
  async send(transaction: Transaction, ...mails: readonly NewMail[]): Promise<number> {
    if (mails.length === 0) return 0;
    const rows = await transaction.query<{ id: string }>(
      `insert into mail (recipient, subject, body, calendar_method, calendar, once, expires_at)
       select recipient, subject, body, method, calendar, once, now() + minutes * interval '1 minute'
       from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::int[])
         as m (recipient, subject, body, method, calendar, once, minutes)
       on conflict (once) do nothing returning id`,
      [
        mails.map((mail) => mail.to),
        mails.map((mail) => mail.subject),
        mails.map((mail) => mail.text),
        mails.map((mail) => mail.calendar?.method ?? null),
        mails.map((mail) => mail.calendar?.content ?? null),
        mails.map((mail) => mail.once ?? null),
        mails.map((mail) => mail.usefulMinutes ?? fiveDays),
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
}
