import { Injectable } from '@nestjs/common';
import { type PastPair } from '@forum/domain/matchmaking/matching/past';
import { Database, type Transaction } from '../../database/database.ts';
import { categoriesOfFirm } from '../../meetings/barred-pairs.ts';
import { Past } from '../../outcomes/past/past.service.ts';
import { Capabilities } from '../capabilities/capabilities.service.ts';
import { NoMeetsRepository } from '../no-meets/no-meets.repository.ts';
import { MatchSettingsRepository } from '../settings/match-settings.repository.ts';
import { CalendarsRepository } from './calendars.repository.ts';
import { type MarketFacts } from './edition-market.ts';

/** What the matching of an edition depends on. */
export interface EditionFacts {
  /** Without confidential outcomes: what the host may see the workings of. */
  open: MarketFacts;
  /** The past with confidential outcomes, for what is told to the two firms alone. */
  pastToBoth: readonly PastPair[];
}

/** Reads what the matching of an edition depends on, and leaves it to a thread to take it apart. */
@Injectable()
export class MarketRepository {
  constructor(
    private readonly database: Database,
    private readonly capabilities: Capabilities,
    private readonly settings: MatchSettingsRepository,
    private readonly noMeets: NoMeetsRepository,
    private readonly past: Past,
    private readonly calendars: CalendarsRepository,
  ) {}

  read(editionId: string): Promise<EditionFacts> {
    return this.database.snapshot(async (transaction) => {
      const now = new Date().toISOString();
      const taxonomy = await this.capabilities.taxonomy(transaction, editionId);
      const { settings, rules } = await this.settings.of(transaction, editionId);
      const firms = await firmsOf(transaction, editionId);
      const noMeets = await this.noMeets.pairs(transaction, editionId);
      const past = await this.past.of(transaction, editionId);
      const calendars = await this.calendars.read(transaction, editionId, now);
      return {
        open: { taxonomy, settings, rules, noMeets, past: past.open, firms, calendars, now },
        pastToBoth: past.toBoth,
      };
    });
  }
}

async function firmsOf(transaction: Transaction, editionId: string): Promise<string> {
  const [row] = await transaction.query<{ firms: string }>(
    `select coalesce(json_agg(m), '[]')::text as firms from (
       select f.id, f.name, f.country, e.stand, e.categories, p.content, p.confirmed,
         ${categoriesOfFirm} as "peopleAre"
       from firm_in_edition e join firm f on f.id = e.firm_id
       left join firm_profile p on p.edition_id = e.edition_id and p.firm_id = e.firm_id
       where e.edition_id = $1 and e.removed_at is null order by f.id limit 10000) m`,
    [editionId],
  );
  return row?.firms ?? '[]';
}
