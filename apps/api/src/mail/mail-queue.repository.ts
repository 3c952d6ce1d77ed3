import { Injectable } from '@nestjs/common';
import { type MailLine, pauseAfter } from '@forum/domain/mail/lanes';
import type { Urgency } from '@forum/domain/mail/urgency';
import { type Database, violatedConstraint, type SqlReader } from '../database/database.ts';

/** A mail that a worker has under a lease. */
export interface LeasedMail {
  id: string;
  recipient: string;
  subject: string;
  body: string;
  html: string | null;
  fromName: string | null;
  replyTo: string | null;
  method: 'REQUEST' | 'CANCEL' | 'PUBLISH' | null;
  calendar: string | null;
  urgency: Urgency;
  thing: string | null;
  version: number | null;
  /** The number of this attempt, by which the lease is known. */
  attempts: number;
}

const waits = 'sent_at is null and given_up_at is null and overtaken_at is null';
/** Longer than a mail takes from its lease to the end of all limits of the postman. */
export const leaseSeconds = 150;
/** The mails as a queue in PostgreSQL, which any number of nodes take from. */
@Injectable()
export class MailQueue {
  /**
   * Takes the next mail of a line under a lease, or null. Mails of one recipient leave one at a time; of those about one
   * thing none waits behind an earlier one that it overtakes. Codes wait for nothing.
   *
   * @param newAddresses codes that may leave for addresses of no person in ten minutes
   */
  async take(database: Database, line: MailLine, newAddresses: number): Promise<LeasedMail | null> {
    for (;;) {
      try {
        if (line === 'soon' || line === 'bulk')
          return await database.row<LeasedMail>(takeInOrder, [line, false]);
        return await database.row<LeasedMail>(takeCode, ['code', line === 'new-address', newAddresses]);
      } catch (error) {
        // Another worker has just taken another mail of this recipient.
        if (violatedConstraint(error) !== 'mail_leased_once') throw error;
      }
    }
  }

  /** Whether a later version about the same thing was written for the recipient, which tells at least as much. */
  async isOvertaken(database: Database, mail: LeasedMail): Promise<boolean> {
    const later = await database.row(
      `select from mail where about_thing = $1 and recipient = $2 and about_version > $3
         and (calendar is not null or $4::text is null) limit 1`,
      [mail.thing, mail.recipient, mail.version, mail.calendar],
    );
    return later !== null;
  }

  /** Ends the lease with the mail; nothing happens when the lease had passed to another worker. */
  async settle(database: Database, { id, attempts }: LeasedMail, as: 'sent' | 'overtaken'): Promise<void> {
    await database.rows(
      `update mail set ${as}_at = now(), trouble = null, leased_until = null
       where id = $1 and attempts = $2 and leased_until is not null`,
      [id, attempts],
    );
  }

  /** Ends the lease after an attempt that failed; the mail is tried again, or given up for good. */
  async fail(database: Database, mail: LeasedMail, trouble: string, isForGood: boolean): Promise<void> {
    await database.rows(
      `update mail set trouble = $3, leased_until = null, given_up_at = case when $4 then now() end,
         next_attempt_at = now() + $5 * interval '1 second'
       where id = $1 and attempts = $2 and leased_until is not null`,
      [mail.id, mail.attempts, trouble, isForGood, pauseAfter(mail.urgency, mail.attempts)],
    );
  }

  /** Ends leases that no worker ended: its node is gone, and whether the mail server took the mail is unknown. */
  async freeLeases(database: Database): Promise<number> {
    const freed = await database.rows(
      'update mail set leased_until = null, next_attempt_at = now() where leased_until < now() returning 1',
    );
    return freed.length;
  }

  /** Gives up what is too old to be of use; answers how many. */
  async giveUpOld(database: Database): Promise<number> {
    const tooOld = await database.rows(
      `update mail set given_up_at = now() where ${waits} and leased_until is null and expires_at < now() returning 1`,
    );
    return tooOld.length;
  }

  /** How many mails wait to be sent, and how many of the last week were given up. */
  async unsent(reader: SqlReader): Promise<{ waiting: number; givenUp: number }> {
    const [row] = await reader.query<{ waiting: number; givenUp: number }>(
      `select (select count(*)::int from mail where ${waits}) as waiting,
         (select count(*)::int from mail where given_up_at > now() - interval '7 days') as "givenUp"`,
    );
    return row ?? { waiting: 0, givenUp: 0 };
  }
}

const isDue = `m.sent_at is null and m.given_up_at is null and m.overtaken_at is null and m.urgency = $1
  and m.new_address = $2 and m.next_attempt_at <= now() and m.leased_until is null and m.expires_at > now()`;

const take = (condition: string, order: string) =>
  `with next as (
     select m.id from mail m where ${isDue} and ${condition}
     order by ${order} limit 1 for update skip locked)
   update mail set attempts = attempts + 1, leased_until = now() + interval '${leaseSeconds} seconds'
   from next where mail.id = next.id
   returning mail.id, recipient, subject, body, html, from_name as "fromName", reply_to as "replyTo", calendar_method as method, calendar, urgency, about_thing as thing,
     about_version::float8 as version, attempts`;

const takeCode = take(
  `(not m.new_address or (select count(*)::int from mail sent where sent.new_address and sent.sent_at > now() - interval '10 minutes') < $3)`,
  'm.next_attempt_at, m.id',
);

const takeInOrder = take(
  `not exists (select from mail other where other.recipient = m.recipient and other.leased_until is not null
       and other.urgency <> 'code')
     and not exists (select from mail earlier where earlier.about_thing = m.about_thing and earlier.recipient = m.recipient
       and (earlier.about_version, earlier.id) < (m.about_version, m.id)
       and (earlier.about_version = m.about_version or (earlier.calendar is not null and m.calendar is null))
       and earlier.sent_at is null and earlier.given_up_at is null and earlier.overtaken_at is null)`,
  'm.next_attempt_at, m.id',
);
