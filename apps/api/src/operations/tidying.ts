import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.ts';
import { Jobs } from '../jobs/jobs.ts';
import { Log } from './log.ts';

/** What does not stay, for how long it does, and what is done with it then. */
const rules = [
  {
    // The row stays: it knows which news was mailed already.
    what: 'contents of mails',
    after: '7 days',
    statement: (before: string) =>
      `update mail set recipient = '', subject = '', body = '', calendar_method = null, calendar = null, trouble = null
       where coalesce(sent_at, given_up_at) < ${before} and recipient <> ''`,
  },
  {
    what: 'sign-in codes and links',
    after: '1 day',
    statement: (before: string) => `delete from sign_in_challenge where expires_at < ${before}`,
  },
  {
    what: 'sign-in sessions that have ended',
    after: '1 day',
    statement: (before: string) => `delete from sign_in_session where expires_at < ${before}`,
  },
  {
    // The database itself keeps them for 90 days at least.
    what: 'events of security',
    after: '180 days',
    statement: (before: string) => `delete from security_event where at < ${before}`,
  },
  {
    what: 'devices that nobody used',
    after: '400 days',
    statement: (before: string) => `delete from known_device where last_seen_at < ${before}`,
  },
  {
    what: 'challenges for passkeys that were used',
    after: '1 hour',
    statement: (before: string) => `delete from used_passkey_challenge where expires_at < ${before}`,
  },
  {
    what: 'enrolment codes',
    after: '1 day',
    statement: (before: string) => `delete from enrolment_code where expires_at < ${before}`,
  },
  {
    what: 'answers to writes with an idempotency key',
    after: '1 day',
    statement: (before: string) => `delete from keyed_write where created_at < ${before}`,
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
