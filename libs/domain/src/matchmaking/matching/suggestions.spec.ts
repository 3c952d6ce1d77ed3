import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FirmProfile, ProfileLine, SizeClass } from '../profile.ts';
import { taxonomyOf, usualCapabilities } from '../taxonomy/taxonomy.ts';
import { anyMarket } from '../testing/any-profile.ts';
import { compareSettings } from './compare-settings.ts';
import { figuresOf, gini } from './figures.ts';
import { matchFirms } from './match-firms.ts';
import { requireSoundSettings, usualSettings, type SuggestionSettings } from './settings.ts';

const taxonomy = taxonomyOf(usualCapabilities);
const line = (capability: string, maturity: number): ProfileLine => ({
  capability,
  mode: 'supply',
  maturity,
  capacity: null,
  leadTimeWeeks: null,
  note: null,
});
const firm = (firmId: string, size: SizeClass, change: Partial<FirmProfile>): FirmProfile => ({
  firmId,
  size,
  establishedIn: ['KR'],
  controlledFrom: null,
  interests: null,
  offers: [],
  needs: [],
  ...change,
});
const sellers = (count: number, size: SizeClass, maturity: number) =>
  Array.from({ length: count }, (_, index) =>
    firm(`${size}-${index}`, size, { offers: [line('sensors.radar', maturity)] }),
  );
const prime = firm('prime', 'prime', { needs: [line('sensors.radar', 9)] });
const suggesting = (change: Partial<SuggestionSettings>) => ({
  ...usualSettings,
  suggestions: { ...usualSettings.suggestions, ...change },
});

describe('suggestions', () => {
  it('flood nobody: a firm is on as many lists as it has room for', () => {
    const profiles = [prime, ...sellers(50, 'medium', 9)];
    const matching = matchFirms({ profiles, taxonomy, freeSlots: new Map([['prime', 4]]) }, usualSettings);
    expect(matching.ranked('prime', 99)).toHaveLength(50);
    expect(matching.suggestions('prime')).toHaveLength(6);
  });

  it('name a firm with nothing left to nobody, which keeps its score and can still be found', () => {
    fc.assert(
      fc.property(anyMarket, fc.nat(8), fc.nat(20), (profiles, at, others) => {
        const full = `firm-${at}`;
        const freeSlots = new Map(profiles.map(({ firmId }) => [firmId, firmId === full ? 0 : others]));
        const [matching, unlimited] = [{ freeSlots }, {}].map((market) =>
          matchFirms({ profiles, taxonomy, ...market }, usualSettings),
        );
        expect(matching?.suggestions(full)).toEqual([]);
        for (const { firmId } of profiles) {
          expect(matching?.suggestions(firmId).map((other) => other.firmId)).not.toContain(full);
          expect(matching?.explain(full, firmId)).toEqual(unlimited?.explain(full, firmId));
        }
      }),
    );
  });

  it('are more for those who have more room', () => {
    const buyers = ['busy', 'free'].map((name) => firm(name, 'prime', { needs: [line('sensors.radar', 9)] }));
    const profiles = [...buyers, ...sellers(60, 'medium', 9)];
    const freeSlots = new Map([
      ...sellers(60, 'medium', 9).map(({ firmId }) => [firmId, 12] as const),
      ['busy', 2],
      ['free', 36],
    ]);
    const matching = matchFirms({ profiles, taxonomy, freeSlots }, usualSettings);
    expect(['busy', 'free'].map((name) => matching.suggestions(name).length)).toEqual([2, 30]);
  });

  it('leave out pairs that have agreed to meet, whose places others get', () => {
    const profiles = [prime, ...sellers(20, 'medium', 9)];
    const list = (agreed: [string, string][]) =>
      matchFirms({ profiles, taxonomy, agreed }, usualSettings)
        .suggestions('prime')
        .map(({ firmId }) => firmId);
    const before = list([]);
    const after = list([
      ['prime', before[0] ?? ''],
      [before[1] ?? '', 'prime'],
      ['prime', 'gone'],
    ]);
    expect([before.length, after.length]).toEqual([10, 10]);
    expect(after.slice(0, 8)).toEqual(before.slice(2));
  });

  it('keep places of primes for small firms, which better matches would take', () => {
    const profiles = [prime, ...sellers(20, 'medium', 9), ...sellers(3, 'micro', 7)];
    const suggested = (settings: typeof usualSettings) =>
      matchFirms({ profiles, taxonomy }, settings)
        .suggestions('prime')
        .filter(({ firmId }) => firmId.startsWith('micro'))
        .map(({ why }) => why);
    expect(suggested(usualSettings)).toEqual(Array(3).fill('primes-for-small'));
    expect(suggested(suggesting({ primesForSmall: 0, reach: 0 }))).toEqual([]);
  });

  it('come first to those who have none', () => {
    const buyers = [1, 2, 3].map((index) => firm(`buyer-${index}`, 'large', { needs: [line('ai', 9)] }));
    const makers = [9, 8].map((maturity) =>
      firm(`maker-${maturity}`, 'medium', { offers: [line('ai', maturity)] }),
    );
    const list = (reach: number) =>
      matchFirms(
        {
          profiles: [...buyers, ...makers],
          taxonomy,
          freeSlots: new Map(buyers.map(({ firmId }) => [firmId, 1])),
        },
        suggesting({ reach, perFreeSlot: 100, usual: 3 }),
      ).suggestions('maker-8').length;
    expect([list(0), list(1)]).toEqual([0, 1]);
  });

  it('are mutual, within room, best first, and leave no pair that both would rather have', () => {
    const settings = suggesting({ usual: 2, reach: 0, primesForSmall: 0 });
    fc.assert(
      fc.property(anyMarket, (profiles) => {
        const matching = matchFirms({ profiles, taxonomy }, settings);
        const lists = new Map(matching.firmIds.map((firmId) => [firmId, matching.suggestions(firmId)]));
        const worst = (firmId: string) => {
          const list = lists.get(firmId) ?? [];
          return list.length < 2 ? 0 : Math.min(...list.map(({ score }) => score));
        };
        for (const [firmId, list] of lists) {
          expect(list.length).toBeLessThanOrEqual(2);
          expect(list.map(({ score }) => score)).toEqual(
            list.map(({ score }) => score).sort((a, b) => b - a),
          );
          for (const { firmId: other, score } of list) {
            expect(lists.get(other)).toContainEqual({ firmId, score, why: 'score' });
          }
          for (const { firmId: other, score } of matching.ranked(firmId, 99)) {
            const listed = list.some((one) => one.firmId === other);
            expect(listed || worst(firmId) >= score || worst(other) >= score).toBe(true);
          }
        }
      }),
    );
  });

  it('change with the settings as a preview says', () => {
    const profiles = [prime, ...sellers(20, 'medium', 9), ...sellers(3, 'micro', 7)];
    const { before, after, gained, lost, firms } = compareSettings(
      { profiles, taxonomy },
      suggesting({ primesForSmall: 0, reach: 0 }),
      suggesting({ primesForSmall: 1, reach: 0 }),
    );
    expect([before.belowFloor, after.belowFloor, gained, lost]).toEqual([0, 0, 3, 3]);
    expect(firms[0]?.firmId).toBe('prime');
    expect(firms[0]?.gained).toEqual(['micro-0', 'micro-1', 'micro-2']);
    expect(firms).toHaveLength(7);
  });
});

describe('the figures of a matching', () => {
  it('count who is reached and who is below the floor', () => {
    const profiles = [prime, ...sellers(2, 'micro', 9), firm('silent', 'small', {})];
    const alone = firm('alone', 'small', { offers: [line('quantum', 3)] });
    const all = [...profiles, alone];
    expect(figuresOf(matchFirms({ profiles: all, taxonomy }, usualSettings), all, usualSettings)).toEqual({
      suggested: 2,
      unreached: 1,
      belowFloor: 3,
      exposureGini: 0.375,
    });
  });

  it('measure inequality by Gini', () => {
    expect([gini([]), gini([0, 0]), gini([3, 3, 3]), gini([0, 0, 0, 4])]).toEqual([0, 0, 0, 0.75]);
  });
});

describe('settings', () => {
  it.each([
    ['a negative weight', { weights: { ...usualSettings.weights, mode: -1 } }],
    ['half a point', { weights: { ...usualSettings.weights, mode: 0.5 } }],
    ['no line counted', { lineShares: [] }],
    ['a second line that counts more', { lineShares: [50, 60] }],
    ['a share above all', { saleShare: 101 }],
    ['suggestions without end', { suggestions: { ...usualSettings.suggestions, usual: Infinity } }],
  ])('with %s are refused', (_what, change) => {
    expect(() => requireSoundSettings({ ...usualSettings, ...change })).toThrow(
      expect.objectContaining({ code: 'matching.settings' }),
    );
  });
});
