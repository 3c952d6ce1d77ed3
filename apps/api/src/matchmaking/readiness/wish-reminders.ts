import { Injectable } from '@nestjs/common';
import { addMinutes, isBefore } from '@forum/domain/time/instant';
import { Config } from '../../config.ts';
import { Database, type Transaction } from '../../database/database.ts';
import { Jobs } from '../../jobs/jobs.ts';
import { Mails } from '../../mail/mails.ts';
import { instantInMail, type Venue } from '../../mail/times-in-mail.ts';
import { MatchSettingsRepository } from '../settings/match-settings.repository.ts';
import { type Remindable, ReadinessRepository } from './readiness.repository.ts';
import { reminderText } from './reminder-texts.ts';

/** How long before the deadline firms are reminded by themselves, in hours, and the name of each time. */
const occasions = [
  ['week', 7 * 24],
  ['days', 3 * 24],
  ['day', 24],
] as const;

interface EditionFacts extends Venue {
  slug: string;
}

/** Mails firms whose profile or wishes are still missing, before the deadline or when the secretariat asks. */
@Injectable()
export class WishReminders {
  constructor(
    private readonly database: Database,
    private readonly readiness: ReadinessRepository,
    private readonly settings: MatchSettingsRepository,
    private readonly mails: Mails,
    private readonly config: Config,
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
    const [edition] = await transaction.query<EditionFacts>(
      `select e.slug, e.zone, c.name as city from edition e join capital c on c.id = e.capital_id where e.id = $1`,
      [editionId],
    );
    if (!edition) return 0;
    const mails = people.map((person) => ({
      to: person.mail,
      urgency: 'bulk' as const,
      about: undefined,
      ...this.#text(person, edition, terms),
      once: `wishes:${editionId}:${person.firmId}:${person.personId}:${occasion}`,
    }));
    return this.mails.send(transaction, ...mails);
  }

  #text(person: Remindable, edition: EditionFacts, terms: { deadline: string; asked: number }) {
    const at = `${this.config.baseUrl}/e/${edition.slug}`;
    return reminderText(
      {
        firm: person.firm,
        profile: person.confirmed,
        wishes: person.wishes,
        asked: terms.asked,
        deadline: instantInMail(terms.deadline, edition, person),
        link: `${at}/${person.confirmed ? 'whom-to-meet' : 'our-profile'}`,
      },
      person.language,
    );
  }
}
