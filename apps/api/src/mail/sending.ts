import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.ts';
import { shortened } from '../logging.ts';
import { Log } from '../operations/log.ts';
import { isRefusal, Postman } from './postman.ts';

interface WaitingMail {
  id: string;
  recipient: string;
  subject: string;
  body: string;
  method: 'REQUEST' | 'CANCEL' | 'PUBLISH' | null;
  calendar: string | null;
}

/** Longer than the postman waits for a mail server; doubled with each attempt. */
const pauseMinutes = 2;
const longestPauseMinutes = 30;
/** A job attempts a new mail at once; what is due for so long has none any more. */
const leftToJobs = '30 seconds';
const workFor = 50_000;

/**
 * Attempts mails until each is sent, refused for good, or too old. What is still to be sent stands in the mails
 * themselves, so an outage of any length, or the end of a job, loses none.
 */
@Injectable()
export class Sending {
  constructor(
    private readonly database: Database,
    private readonly postman: Postman,
    private readonly log: Log,
  ) {}

  /** Sends a mail if it is due and nobody else is at it; trouble is noted, and does not concern other mails. */
  async attempt(mailId: string): Promise<void> {
    const mail = await this.#take(mailId);
    if (!mail) return;
    const trouble = await this.#deliver(mail);
    if (trouble === null) {
      await this.database.rows('update mail set sent_at = now(), trouble = null where id = $1', [mailId]);
      return;
    }
    const isForGood = isRefusal(trouble);
    this.log.warn({ mailId, trouble: shortened(trouble.message), isForGood }, 'a mail was not taken');
    await this.database.rows(
      'update mail set trouble = $2, given_up_at = case when $3 then now() end where id = $1',
      [mailId, trouble.message.slice(0, 500), isForGood],
    );
  }

  /** Attempts what is due, the longest first, for most of a minute; gives up what is too old. */
  async attemptDue(): Promise<void> {
    const tooOld = await this.database.rows<{ id: string }>(
      `update mail set given_up_at = now() where sent_at is null and given_up_at is null and expires_at < now()
       returning id`,
    );
    if (tooOld.length > 0) this.log.warn({ mails: tooOld.length }, 'mails were too old to be sent');
    const end = Date.now() + workFor;
    const due = await this.database.rows<{ id: string }>(
      `select id from mail
       where sent_at is null and given_up_at is null and next_attempt_at < now() - interval '${leftToJobs}'
       order by next_attempt_at, id limit 1000`,
    );
    for (const { id } of due) {
      if (Date.now() > end) return;
      await this.attempt(id);
    }
  }

  /** How many mails wait to be sent, and how many of the last week were given up. */
  async unsent(): Promise<{ waiting: number; givenUp: number }> {
    const row = await this.database.row<{ waiting: number; givenUp: number }>(
      `select (select count(*)::int from mail where sent_at is null and given_up_at is null) as waiting,
         (select count(*)::int from mail where given_up_at > now() - interval '7 days') as "givenUp"`,
    );
    return row ?? { waiting: 0, givenUp: 0 };
  }

  async #take(mailId: string): Promise<WaitingMail | null> {
    return this.database.row<WaitingMail>(
      `update mail set attempts = attempts + 1, next_attempt_at = now()
         + least(${longestPauseMinutes}, ${pauseMinutes} * 2 ^ least(attempts, 10)) * interval '1 minute'
       where id = $1 and sent_at is null and given_up_at is null and next_attempt_at <= now() and expires_at > now()
       returning id, recipient, subject, body, calendar_method as method, calendar`,
      [mailId],
    );
  }

  async #deliver(mail: WaitingMail): Promise<Error | null> {
    const { id, recipient, subject, body, method, calendar } = mail;
    const invitation = method && calendar ? { calendar: { method, content: calendar } } : {};
    return this.postman.deliver({ id, to: recipient, subject, text: body, ...invitation }).then(
      () => null,
      (error: Error) => error,
    );
  }
}
