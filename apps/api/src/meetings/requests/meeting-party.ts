import type { MeetingPartyFacts } from '@forum/domain/matchmaking/who-may-meet';

/** What is on record of a firm that the rules of meeting look at. */
export interface FirmOnRecord {
  country: string | null;
  establishedIn: readonly string[] | null;
  /** Of the people who represent it. */
  categories: readonly string[];
}

/**
 * A firm as the rules of meeting look at it. What the host has on record counts beside what the firm says; while nobody
 * may meet for it yet, it is of the industry.
 */
export function partyOf(
  firmId: string,
  { country, establishedIn, categories }: FirmOnRecord,
): MeetingPartyFacts {
  const countries = new Set([...(country ? [country] : []), ...(establishedIn ?? [])]);
  return { firmId, categories: categories.length > 0 ? categories : ['industry'], countries: [...countries] };
}
