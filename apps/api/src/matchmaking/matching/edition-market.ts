import type { ProfileContent } from '@forum/contract/matchmaking/profiles';
import type { Market } from '@forum/domain/matchmaking/matching/match-firms';
import type { PastPair } from '@forum/domain/matchmaking/matching/past';
import type { MatchSettings } from '@forum/domain/matchmaking/matching/settings';
import type { FirmProfile, SizeClass } from '@forum/domain/matchmaking/profile';
import { type ProfileSuggester, profileSuggester } from '@forum/domain/matchmaking/taxonomy/suggest-profile';
import type { Taxonomy } from '@forum/domain/matchmaking/taxonomy/taxonomy';
import {
  type MeetingPartyFacts,
  type MeetingRule,
  type NoMeet,
  pairFilter,
} from '@forum/domain/matchmaking/who-may-meet';
import { partyOf } from '../../meetings/requests/meeting-party.ts';
import type { ListedFirm } from '../listed-firm.repository.ts';
import { directoryContent, emptyContent, profileOf } from '../profiles/profile-content.ts';
import { editionCalendars } from './edition-calendars.ts';

/** A firm of the market as lists show it. */
export interface MarketFirm extends Omit<ListedFirm, 'categories'> {
  size: SizeClass | null;
  confirmed: boolean;
  profile: FirmProfile;
}

/** A firm as it is on record. */
export interface RecordedFirm extends ListedFirm {
  content: ProfileContent | null;
  confirmed: boolean | null;
  peopleAre: string[];
}

/** What the matching of an edition depends on, as it is read; the long lists as JSON, which a thread takes apart. */
export interface MarketFacts {
  taxonomy: Taxonomy;
  settings: MatchSettings;
  rules: readonly MeetingRule[];
  noMeets: readonly NoMeet[];
  past: readonly PastPair[];
  /** {@link RecordedFirm}s, in the order of their ids. */
  firms: string;
  calendars: string | null;
  now: string;
}

/** The market of an edition: who takes part, what each says, who may meet whom, what was before, what is left. */
export function editionMarket(facts: MarketFacts): { market: Market; firms: MarketFirm[] } {
  const { taxonomy, rules, noMeets, past, now } = facts;
  const { firms, parties } = marketFirms(JSON.parse(facts.firms) as RecordedFirm[], taxonomy);
  const { freeSlots, agreed } = editionCalendars(facts.calendars, now);
  const profiles = firms.map(({ profile }) => profile);
  const mayMeet = pairFilter(parties, { rules, noMeets });
  return { market: { profiles, taxonomy, mayMeet, past, freeSlots, agreed }, firms };
}

/** Firms on record as others may know them, and as the rules of meeting look at them. */
export function marketFirms(
  rows: readonly RecordedFirm[],
  taxonomy: Taxonomy,
): { firms: MarketFirm[]; parties: MeetingPartyFacts[] } {
  let suggester: ProfileSuggester | null = null;
  const suggest: ProfileSuggester = (categories) => (suggester ??= profileSuggester(taxonomy))(categories);
  const firms = rows.map((row): MarketFirm => {
    const said = row.confirmed ? row.content : null;
    // A draft is nobody else's business; who never began is known by the directory.
    const content =
      said ?? (row.content ? emptyContent : directoryContent(row.country, suggest(row.categories).offers));
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
  return { firms, parties };
}
