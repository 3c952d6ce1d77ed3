import { compareSettings } from '@forum/domain/matchmaking/matching/compare-settings';
import { matchFirms } from '@forum/domain/matchmaking/matching/match-firms';
import type { MatchSettings } from '@forum/domain/matchmaking/matching/settings';
import { refusable } from '../../threads/refusable.ts';
import { editionMarket, type MarketFacts } from './edition-market.ts';

/** Matches the firms of an edition; the suggestions of each, as JSON by its id, which is read when somebody asks for it. */
export const match = refusable((facts: MarketFacts) => {
  const began = performance.now();
  const { market, firms } = editionMarket(facts);
  const matching = matchFirms(market, facts.settings);
  const suggestions = firms.map(({ id }): [string, string] => [id, JSON.stringify(matching.suggestions(id))]);
  const took = performance.now() - began;
  return { suggestions: new Map(suggestions), freeSlots: new Map(market.freeSlots), took };
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
