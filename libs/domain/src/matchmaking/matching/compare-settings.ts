import { figuresOf, type MatchingFigures } from './figures.ts';
import { matchFirms, type Market } from './match-firms.ts';
import type { MatchSettings } from './settings.ts';

/** How the suggestions of one firm would change. */
export interface SuggestionChange {
  readonly firmId: string;
  readonly gained: readonly string[];
  readonly lost: readonly string[];
}

/** What other settings would do, shown before they are applied. */
export interface SettingsComparison {
  readonly before: MatchingFigures;
  readonly after: MatchingFigures;
  /** How many pairs would be suggested that are not now, and the other way round. */
  readonly gained: number;
  readonly lost: number;
  /** Firms whose suggestions change, most changed first, then by id. */
  readonly firms: readonly SuggestionChange[];
}

/**
 * What would change if an edition matched by other settings.
 *
 * @throws DomainError `matching.settings` when either settings are not possible
 */
export function compareSettings(
  market: Market,
  current: MatchSettings,
  proposed: MatchSettings,
): SettingsComparison {
  const [now, then] = [matchFirms(market, current), matchFirms(market, proposed)];
  const idsOf = (matching: typeof now, firmId: string) =>
    new Set(matching.suggestions(firmId).map((suggestion) => suggestion.firmId));
  const firms = now.firmIds
    .map((firmId) => {
      const [had, has] = [idsOf(now, firmId), idsOf(then, firmId)];
      const gained = [...has].filter((other) => !had.has(other)).sort();
      const lost = [...had].filter((other) => !has.has(other)).sort();
      return { firmId, gained, lost };
    })
    .filter(({ gained, lost }) => gained.length + lost.length > 0)
    .sort((a, b) => b.gained.length + b.lost.length - a.gained.length - a.lost.length);
  const half = (side: 'gained' | 'lost') => firms.reduce((sum, firm) => sum + firm[side].length, 0) / 2;
  return {
    before: figuresOf(now, market.profiles, current),
    after: figuresOf(then, market.profiles, proposed),
    gained: half('gained'),
    lost: half('lost'),
    firms,
  };
}
