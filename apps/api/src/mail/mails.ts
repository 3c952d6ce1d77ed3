import { Injectable } from '@nestjs/common';
import type { Urgency } from '@forum/domain/mail/urgency';
import type { MailLine } from '@forum/domain/mail/lanes';
import { Database, type Transaction } from '../database/database.ts';
import { Sending } from './sending.ts';

/**
 * SQL for the version of what has none: when it changed, for a transaction that holds its lock. The transaction's own
 * time would do it wrong: one that began earlier may come later.
 */
export const versionByClock = 'floor(extract(epoch from clock_timestamp()) * 1000)::float8';

/**
 * What a mail is about, and the state of it that it tells. A later version to the same recipient overtakes an earlier
 * one that still waits, unless only the earlier one has a calendar object.
 */
export interface About {
  /** A kind and an id, such as `meeting/<id>`; what is told independently of it is another thing. */
  thing: string;
  /** Grows with each change of the thing, also of the milliseconds of an instant where it has no version. */
  version: number;
}

/** A mail to one person. */
export interface NewMail {
  to: string;
  /** What leaves first. */
  urgency: Urgency;
  /** Undefined for what no later mail makes untrue. */
  about: About | undefined;
  /** Whom it is from, by name. */
  from?: string;
  /** Where an answer goes, when that is known. */
  replyTo?: string | null;
  subject: string;
  text: string;
  html?: string;
  /** What it was written from. */
  noticeId?: string;
  /** An iCalendar object of one item, as this recipient may see it. */
  calendar?: { method: 'REQUEST' | 'CANCEL' | 'PUBLISH'; content: string };
  /** Names the news, so that it is mailed once: thing, version, recipient, kind. */
  once?: string;
  /** After so many minutes it is of no use, and not sent any more; five days unless told. */
  usefulMinutes?: number;
  /** A code for an address of no person: it waits behind those for people. */
  isNewAddress?: boolean;
}

const fiveDays = 5 * 24 * 60;

/** Writes mails in the transaction of the news that they tell, and has them sent afterwards. */
@Injectable()
export class Mails {
  /** In which lines a transaction has put mails. */
  readonly #written = new WeakMap<Transaction, Set<MailLine>>();

  constructor(database: Database, sending: Sending) {
    database.onCommit((transaction) => {
      const lines = this.#written.get(transaction);
      if (lines) sending.wake(lines);
    });
  }

  /** Sends after the transaction has committed, and only then; answers how many were not sent before. */
  async send(transaction: Transaction, ...mails: readonly NewMail[]): Promise<number> {
    if (mails.length === 0) return 0;
    const rows = await transaction.query<{ id: string }>(
      `insert into mail (recipient, subject, body, calendar_method, calendar, once, expires_at, urgency, about_thing,
         about_version, new_address, from_name, reply_to, html, notice_id)
       select recipient, subject, body, method, calendar, once, now() + minutes * interval '1 minute', urgency, thing, version, is_new,
         from_name, reply_to, html, notice_id
       from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::int[], $8::text[],
           $9::text[], $10::bigint[], $11::boolean[], $12::text[], $13::text[], $14::text[], $15::uuid[])
         as m (recipient, subject, body, method, calendar, once, minutes, urgency, thing, version, is_new, from_name, reply_to, html, notice_id)
       on conflict (once) do nothing returning id`,
      [
        mails.map((mail) => mail.to),
        mails.map((mail) => mail.subject),
        mails.map((mail) => mail.text),
        mails.map((mail) => mail.calendar?.method ?? null),
        mails.map((mail) => mail.calendar?.content ?? null),
        mails.map((mail) => mail.once ?? null),
        mails.map((mail) => mail.usefulMinutes ?? fiveDays),
        mails.map((mail) => mail.urgency),
        mails.map((mail) => mail.about?.thing ?? null),
        mails.map((mail) => mail.about?.version ?? null),
        mails.map((mail) => mail.isNewAddress ?? false),
        mails.map((mail) => mail.from ?? null),
        mails.map((mail) => mail.replyTo ?? null),
        mails.map((mail) => mail.html ?? null),
        mails.map((mail) => mail.noticeId ?? null),
      ],
    );
    const lines = this.#written.get(transaction) ?? new Set();
    for (const mail of mails) lines.add(mail.isNewAddress ? 'new-address' : mail.urgency);
    this.#written.set(transaction, lines);
    return rows.length;
  }
}
