import { Injectable } from '@nestjs/common';
import { type ProfileContent } from '@forum/contract/matchmaking';
import { type Market } from '@forum/domain/matchmaking/matching/match-firms';
import { type PastPair } from '@forum/domain/matchmaking/matching/past';
import { type MatchSettings } from '@forum/domain/matchmaking/matching/settings';
import { type FirmProfile, type SizeClass } from '@forum/domain/matchmaking/profile';
import { profileSuggester } from '@forum/domain/matchmaking/taxonomy/suggest-profile';
import { pairFilter } from '@forum/domain/matchmaking/who-may-meet';
import { Database, type Transaction } from '../../database/database.ts';
import { categoriesOfFirm, partyOf } from '../../meetings/barred-pairs.ts';
import { Past } from '../../outcomes/past/past.service.ts';
import { Capabilities } from '../capabilities/capabilities.service.ts';
import { type ListedFirm } from '../listed-firm.ts';
import { NoMeetsRepository } from '../no-meets/no-meets.repository.ts';
import { directoryContent, emptyContent, profileOf } from '../profiles/profile-content.ts';
import { MatchSettingsRepository } from '../settings/match-settings.repository.ts';
import { CalendarsRepository } from './calendars.repository.ts';

/** A firm of the market as lists show it. */
export interface MarketFirm extends Omit<ListedFirm, 'categories'> {
  size: SizeClass | null;
  confirmed: boolean;
  profile: FirmProfile;
}

/** Everything that the matching of an edition depends on. */
export interface EditionMarket {
  /** Without confidential outcomes: what the host may see the workings of. */
  market: Market;
  /** The past with confidential outcomes, for what is told to the two firms alone. */
  pastToBoth: readonly PastPair[];
  settings: MatchSettings;
  firms: ReadonlyMap<string, MarketFirm>;
}

interface Row extends ListedFirm {
  content: ProfileContent | null;
  confirmed: boolean | null;
  peopleAre: string[];
}

/** Reads the market of an edition: who takes part, what each says, who may meet whom, what was before, what is left. */
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

  read(editionId: string): Promise<EditionMarket> {
    return this.database.snapshot(async (transaction) => {
      const taxonomy = await this.capabilities.taxonomy(transaction, editionId);
      const { settings, rules } = await this.settings.of(transaction, editionId);
      const suggest = profileSuggester(taxonomy);
      const rows = await firmsOf(transaction, editionId);
      const firms = rows.map((row): MarketFirm => {
        const said = row.confirmed ? row.content : null;
        // A draft is nobody else's business; who never began is known by the directory.
        const content =
          said ??
          (row.content ? emptyContent : directoryContent(row.country, suggest(row.categories).offers));
        const { id, name, country, stand } = row;
        const profile = profileOf(id, content);
        return { id, name, country, stand, size: content.size, confirmed: said !== null, profile };
      });
      const parties = rows.map(({ id, country, peopleAre }, place) =>
        partyOf(id, {
          country,
          establishedIn: firms[place]?.profile.establishedIn ?? null,
          categories: peopleAre,
        }),
      );
      const noMeets = await this.noMeets.pairs(transaction, editionId);
      const past = await this.past.of(transaction, editionId);
      const { freeSlots, agreed } = await this.calendars.read(
        transaction,
        editionId,
        new Date().toISOString(),
      );
      const mayMeet = pairFilter(parties, { rules, noMeets });
      const profiles = firms.map(({ profile }) => profile);
      return {
        market: { profiles, taxonomy, mayMeet, past: past.open, freeSlots, agreed },
        pastToBoth: past.toBoth,
        settings,
        firms: new Map(firms.map((firm) => [firm.id, firm])),
      };
    });
  }
}

const firmsOf = (transaction: Transaction, editionId: string): Promise<Row[]> =>
  transaction.query(
    `select f.id, f.name, f.country, e.stand, e.categories, p.content, p.confirmed,
       ${categoriesOfFirm} as "peopleAre"
     from firm_in_edition e join firm f on f.id = e.firm_id
     left join firm_profile p on p.edition_id = e.edition_id and p.firm_id = e.firm_id
     where e.edition_id = $1 and e.removed_at is null order by f.id limit 10000`,
    [editionId],
  );
