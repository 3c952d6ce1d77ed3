import { Injectable } from '@nestjs/common';
import { addMinutes, isBefore } from '@forum/domain/time/instant';
import { Database, type Transaction } from '../../database/database.ts';
import { Jobs } from '../../jobs/jobs.ts';
import { Notices } from '../../mail/notices.ts';
import { MatchSettingsRepository } from '../settings/match-settings.repository.ts';
import { ReadinessRepository } from './readiness.repository.ts';

/** How long before the deadline firms are reminded by themselves, in hours, and the name of each time. */
const occasions = [
  ['week', 7 * 24],
  ['days', 3 * 24],
  ['day', 24],
] as const;

/** Mails firms whose profile or wishes are still missing, before the deadline or when the secretariat asks. */
@Injectable()
export class WishReminders {
  constructor(
    private readonly database: Database,
    private readonly readiness: ReadinessRepository,
    private readonly settings: MatchSettingsRepository,
    private readonly notices: Notices,
    jobs: Jobs,
  ) {
    jobs.handle('tend-wishes', () => this.tend(new Date().toISOString()));
  }

  /** Reminds in every edition whose deadline comes near; who got the mail of an occasion gets no other of it. */
  async tend(now: string): Promise<void> {
    const editions = await this.database.rows<{ id: string; deadline: string }>(
      `select e.id, utc(s.wishes_close_at) as deadline from match_setting s join edition e on e.id = s.edition_id
       where s.wishes_close_at > $1 and e.phase in ('registration', 'live') order by e.id`,
      [now],
    );
    for (const { id, deadline } of editions) {
      const due = occasions.filter(([, hours]) => !isBefore(now, addMinutes(deadline, -60 * hours))).at(-1);
      if (!due) continue;
      await this.database.write((transaction) => this.remind(transaction, id, null, `${due[0]} ${deadline}`));
    }
  }

  /**
   * Mails the people of these firms what is missing, once an occasion.
   *
   * @returns how many mails
   */
  async remind(
    transaction: Transaction,
    editionId: string,
    firmIds: readonly string[] | null,
    occasion: string,
  ): Promise<number> {
    const { terms } = await this.settings.of(transaction, editionId);
    const people = await this.readiness.remindable(transaction, editionId, firmIds, terms.asked);
    const { deadline, asked } = terms;
    return this.notices.send(
      transaction,
      ...people.map(({ firmId, firm, personId, mail, language, zone, confirmed, wishes }) => ({
        kind: 'wishes-missing' as const,
        facts: { firm, profile: confirmed, wishes, asked, deadline },
        to: { personId, mail, language, zone },
        editionId,
        urgency: 'bulk' as const,
        about: undefined,
        once: `wishes:${editionId}:${firmId}:${personId}:${occasion}`,
      })),
    );
  }
}
