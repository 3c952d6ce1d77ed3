import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.ts';
import { Jobs } from '../jobs/jobs.ts';
import { Log } from './log.ts';

/** Deletes the rows of a table whose time, kept in a column, has come. */
const rowsOf = (table: string, column: string) => (before: string) =>
  `delete from ${table} where ${column} < ${before}`;

/** What does not stay, for how long it does, and what is done with it then. */
const rules = [
  {
    // The row stays: it knows which news was mailed already.
    what: 'contents of mails',
    after: '7 days',
    statement: (before: string) =>
      `update mail set recipient = '', subject = '', body = '', html = null, from_name = null, reply_to = null,
         calendar_method = null, calendar = null, trouble = null
       where coalesce(sent_at, given_up_at, overtaken_at) < ${before} and recipient <> ''`,
  },
  {
    what: 'notices: what people were told of',
    after: '180 days',
    statement: rowsOf('notice', 'created_at'),
  },
  {
    what: 'what left calendars',
    after: '400 days',
    statement: rowsOf('calendar_withdrawal', 'at'),
  },
  {
    what: 'sign-in codes and links',
    after: '1 day',
    statement: rowsOf('sign_in_challenge', 'expires_at'),
  },
  {
    what: 'sign-in sessions that have ended',
    after: '1 day',
    statement: rowsOf('sign_in_session', 'expires_at'),
  },
  {
    // The database itself keeps them for 90 days at least.
    what: 'events of security',
    after: '180 days',
    statement: rowsOf('security_event', 'at'),
  },
  {
    what: 'devices that nobody used',
    after: '400 days',
    statement: rowsOf('known_device', 'last_seen_at'),
  },
  {
    what: 'challenges for passkeys that were used',
    after: '1 hour',
    statement: rowsOf('used_passkey_challenge', 'expires_at'),
  },
  {
    what: 'enrolment codes',
    after: '1 day',
    statement: rowsOf('enrolment_code', 'expires_at'),
  },
  {
    what: 'answers to writes with an idempotency key',
    after: '1 day',
    statement: rowsOf('keyed_write', 'created_at'),
  },
  {
    what: 'files that were read and that nobody applied',
    after: '30 days',
    statement: (before: string) =>
      `update proposed_import set state = 'discarded', content = '{}' where state = 'proposed' and created_at < ${before}`,
  },
  {
    what: 'plans that nobody published',
    after: '90 days',
    statement: (before: string) =>
      `delete from plan_run where state <> 'running' and published_at is null and created_at < ${before}
         and not exists (select from meeting where meeting.planned_by = plan_run.id)`,
  },
] as const;

/** Removes every hour what was kept long enough; docs/operating.md tells the same table. */
@Injectable()
export class Tidying {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
    jobs: Jobs,
  ) {
    jobs.handle('tidy', () => this.tidy());
  }

  async tidy(): Promise<void> {
    for (const { what, after, statement } of rules) {
      const gone = await this.database.rows(`${statement(`now() - interval '${after}'`)} returning 1`);
      if (gone.length > 0) this.log.info({ what, after, count: gone.length }, 'tidied');
    }
  }
}
