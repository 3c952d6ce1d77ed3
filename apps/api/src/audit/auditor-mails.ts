import { Injectable } from '@nestjs/common';
import { Config } from '../config.ts';
import { Database } from '../database/database.ts';
import { Jobs } from '../jobs/jobs.ts';
import { Notices } from '../mail/notices.ts';
import { JournalHeads } from './journal-heads.ts';

/** Mails the auditor each day where every journal stands, so that a tail cannot be cut without their knowing. */
@Injectable()
export class AuditorMails {
  constructor(
    private readonly database: Database,
    private readonly heads: JournalHeads,
    private readonly notices: Notices,
    private readonly config: Config,
    jobs: Jobs,
  ) {
    jobs.handle('mail-heads', () => this.mail());
  }

  async mail(): Promise<void> {
    const { auditorMail: to, baseUrl } = this.config;
    const heads = await this.heads.all();
    const [first] = heads;
    if (to === null || !first) return;
    const day = first.at.slice(0, 10);
    const reader = await this.database.row<{ personId: string; language: string }>(
      'select id as "personId", language from person where mail = $1',
      [to.toLowerCase()],
    );
    await this.database.write((transaction) =>
      this.notices.send(transaction, {
        kind: 'journal-heads',
        facts: { day, forum: baseUrl, heads: heads.map((head) => JSON.stringify(head, null, 2)) },
        to: { personId: null, language: 'en', ...reader, mail: to },
        editionId: null,
        urgency: 'bulk',
        about: undefined,
        once: `heads:${day}:${to.toLowerCase()}`,
      }),
    );
  }
}
