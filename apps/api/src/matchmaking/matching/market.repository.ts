import { Injectable } from '@nestjs/common';
import type { PastPair } from '@forum/domain/matchmaking/matching/past';
import { Database, type SqlReader } from '../../database/database.ts';
import { categoriesOfFirm } from '../../meetings/requests/barred-pairs.ts';
import { PastService } from '../../outcomes/past/past.service.ts';
import { CapabilitiesService } from '../capabilities/capabilities.service.ts';
import { NoMeetsRepository } from '../no-meets/no-meets.repository.ts';
import { MatchSettingsRepository } from '../settings/match-settings.repository.ts';
import { CalendarsRepository } from './calendars.repository.ts';
import type { MarketFacts, RecordedFirm } from './edition-market.ts';

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
    private readonly capabilities: CapabilitiesService,
    private readonly settings: MatchSettingsRepository,
    private readonly noMeets: NoMeetsRepository,
    private readonly past: PastService,
    private readonly calendars: CalendarsRepository,
  ) {}

  read(editionId: string): Promise<EditionFacts> {
    return this.database.snapshot(async (transaction) => {
      const now = new Date().toISOString();
      const taxonomy = await this.capabilities.taxonomy(transaction, editionId);
      const { settings, rules } = await this.settings.of(transaction, editionId);
      const firms = await firmsOf(transaction, editionId, null);
      const noMeets = await this.noMeets.pairs(transaction, editionId);
      const past = await this.past.of(transaction, editionId);
      const calendars = await this.calendars.read(transaction, editionId, now);
      return {
        open: { taxonomy, settings, rules, noMeets, past: past.open, firms, calendars, now },
        pastToBoth: past.toBoth,
      };
    });
  }

  /** Some firms of an edition as they are on record now; those that it does not list are left out. */
  async firms(reader: SqlReader, editionId: string, firmIds: readonly string[]): Promise<RecordedFirm[]> {
    return JSON.parse(await firmsOf(reader, editionId, firmIds)) as RecordedFirm[];
  }
}

/** {@link RecordedFirm}s as JSON, in the order of their ids: those of these ids, or all with null. */
async function firmsOf(
  reader: SqlReader,
  editionId: string,
  only: readonly string[] | null,
): Promise<string> {
  const [row] = await reader.query<{ firms: string }>(
    `select coalesce(json_agg(m), '[]')::text as firms from (
       select f.id, f.name, f.country, e.stand, e.categories, p.content, p.confirmed,
         ${categoriesOfFirm} as "peopleAre"
       from firm_in_edition e join firm f on f.id = e.firm_id
       left join firm_profile p on p.edition_id = e.edition_id and p.firm_id = e.firm_id
       where e.edition_id = $1 and e.removed_at is null and ($2::uuid[] is null or f.id = any($2::uuid[]))
       order by f.id limit 10000) m`,
    [editionId, only],
  );
  return row?.firms ?? '[]';
}
