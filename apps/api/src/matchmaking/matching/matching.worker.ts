import { compareSettings } from '@forum/domain/matchmaking/matching/compare-settings';
import { matchFirms, type Suggestion } from '@forum/domain/matchmaking/matching/match-firms';
import { type MatchSettings } from '@forum/domain/matchmaking/matching/settings';
import { refusable } from '../../threads/refusable.ts';
import { editionMarket, type MarketFacts, type MarketFirm } from './edition-market.ts';

/** What a thread answers of one firm, as JSON that is read when somebody asks about it. */
export interface MatchedFirm {
  firm: MarketFirm;
  suggestions: Suggestion[];
}

/** Matches the firms of an edition; each with its suggestions, as JSON by its id. */
export const match = refusable((facts: MarketFacts) => {
  const { market, firms } = editionMarket(facts);
  const matching = matchFirms(market, facts.settings);
  const told = firms.map((firm): [string, string] => {
    const matched: MatchedFirm = { firm, suggestions: matching.suggestions(firm.id) };
    return [firm.id, JSON.stringify(matched)];
  });
  return { firms: new Map(told), freeSlots: new Map(market.freeSlots) };
});

/** What other settings would change; the firms that change most, by name, and how many change. */
export const compare = refusable(
  ({ facts, proposed, most }: { facts: MarketFacts; proposed: MatchSettings; most: number }) => {
    const { market, firms } = editionMarket(facts);
    const byId = new Map(firms.map((firm) => [firm.id, firm]));
    const named = (id: string) => ({
      id,
      name: byId.get(id)?.name ?? '',
      country: byId.get(id)?.country ?? null,
    });
    const compared = compareSettings(market, facts.settings, proposed);
    return {
      before: compared.before,
      after: compared.after,
      gained: compared.gained,
      lost: compared.lost,
      changed: compared.firms.length,
      firms: compared.firms.slice(0, most).map(({ firmId, gained, lost }) => ({
        firm: named(firmId),
        gained: gained.map(named),
        lost: lost.map(named),
      })),
    };
  },
);
