import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { usualSettings } from '@forum/domain/matchmaking/matching/settings';
import { taxonomyOf, usualCapabilities } from '@forum/domain/matchmaking/taxonomy/taxonomy';
import { Threads } from '../../threads/threads.ts';
import { type MarketFacts, marketFirms, type RecordedFirm } from './edition-market.ts';
import { MatcherService } from './matcher.service.ts';

let threads: Threads;
beforeAll(() => {
  threads = new Threads();
});
afterAll(() => threads.onApplicationShutdown());

const [capability] = usualCapabilities;
const line = {
  capability: capability!.code,
  mode: 'supply',
  maturity: null,
  capacity: null,
  leadTimeWeeks: null,
  note: '',
};

/** A market in which each second firm offers what the others need. */
const facts = (count: number): MarketFacts => ({
  taxonomy: taxonomyOf(usualCapabilities),
  settings: usualSettings,
  rules: [],
  noMeets: [],
  past: [],
  firms: JSON.stringify(
    Array.from({ length: count }, (_, n) => ({
      id: String(n).padStart(6, '0'),
      name: `Firm ${n}`,
      country: 'KR',
      stand: null,
      categories: [],
      content: {
        size: 'small',
        establishedIn: ['KR'],
        controlledFrom: null,
        interests: null,
        offers: n % 2 === 0 ? [line] : [],
        needs: n % 2 === 0 ? [] : [line],
      },
      confirmed: true,
      peopleAre: [],
    })),
  ),
  calendars: null,
  now: '2031-05-12T00:00:00Z',
});

describe('the matching of a market', () => {
  it('is made while the event loop goes on', async () => {
    let turns = 0;
    const turning = setInterval(() => (turns += 1), 1);
    const market = facts(600);
    const matching = await new MatcherService(threads).match(market);
    clearInterval(turning);
    expect(turns).toBeGreaterThan(10);
    const [first] = matching.suggestions('000001');
    const { firms } = marketFirms(JSON.parse(market.firms) as RecordedFirm[], market.taxonomy);
    const profileOf = (firmId: string) => firms.find(({ id }) => id === firmId)!.profile;
    const why = matching.explain(profileOf('000001'), profileOf(first!.firmId));
    expect(why?.score).toBe(first!.score);
    expect(matching.suggestions('nobody')).toEqual([]);
  });
});
