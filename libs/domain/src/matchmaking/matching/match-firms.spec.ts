import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cooperationModes } from '../cooperation.ts';
import { openStages } from '../../outcomes/ledger.ts';
import type { FirmProfile, ProfileLine } from '../profile.ts';
import { taxonomyOf, usualCapabilities } from '../taxonomy/taxonomy.ts';
import { anyMarket } from '../testing/any-profile.ts';
import { anyPast, anySettings } from '../testing/any-settings.ts';
import { matchFirms, type Market } from './match-firms.ts';
import { fused } from './pair-score.ts';
import { usualSettings } from './settings.ts';

const taxonomy = taxonomyOf(usualCapabilities);
const line = (capability: string, change: Partial<ProfileLine> = {}): ProfileLine => ({
  capability,
  mode: 'supply',
  maturity: null,
  capacity: null,
  leadTimeWeeks: null,
  note: null,
  ...change,
});
const firm = (firmId: string, change: Partial<FirmProfile> = {}): FirmProfile => ({
  firmId,
  size: 'small',
  establishedIn: ['KR'],
  controlledFrom: null,
  interests: null,
  offers: [],
  needs: [],
  ...change,
});
const market = (...profiles: FirmProfile[]): Market => ({ profiles, taxonomy });
const noPast = { met: false, underWay: null, contract: false, absent: [] };
const propellants = line('munitions.propellants', {
  mode: 'licensed-production',
  maturity: 9,
  capacity: 'mass',
});

describe('two firms', () => {
  const scout = firm('scout', {
    establishedIn: ['AU'],
    interests: ['KR'],
    needs: [propellants],
    size: 'prime',
  });
  const maker = firm('maker', { offers: [{ ...propellants, leadTimeWeeks: 20 }] });

  it('of which one seeks what the other offers get a score that is explained', () => {
    const { score, terms } = matchFirms(market(scout, maker), usualSettings).explain('scout', 'maker') ?? {};
    expect([score, terms?.map(({ kind, firmId, points }) => [kind, firmId, points])]).toEqual([
      209,
      [
        ['capability', 'scout', 40],
        ['mode', 'scout', 30],
        ['maturity', 'scout', 25],
        ['capacity', 'scout', 15],
        ['sale', 'maker', 88],
        ['interest', 'scout', 20],
        ['balance', null, -9],
      ],
    ]);
  });

  it('that sell the same thing score nothing, whatever else speaks for them', () => {
    const rival = firm('rival', { offers: maker.offers, interests: ['KR'] });
    const eager = { ...maker, interests: ['KR'] };
    const past = [
      {
        firms: ['maker', 'rival'] as const,
        met: true,
        underWay: 'pilot' as const,
        contract: false,
        absent: [],
      },
    ];
    const matching = matchFirms({ ...market(eager, rival), past }, usualSettings);
    expect([matching.score('maker', 'rival'), matching.explain('maker', 'rival')]).toEqual([0, null]);
    expect(matching.suggestions('maker')).toEqual([]);
  });

  it('that may not meet stand in no list, and read like two of which one has no free slot', () => {
    const barred = matchFirms({ ...market(scout, maker), mayMeet: () => () => false }, usualSettings);
    const full = matchFirms({ ...market(scout, maker), freeSlots: new Map([['maker', 0]]) }, usualSettings);
    expect([barred.score('scout', 'maker'), barred.pairCount, barred.ranked('scout', 9)]).toEqual([0, 0, []]);
    for (const [a, b] of [
      ['scout', 'maker'],
      ['maker', 'scout'],
    ] as const) {
      expect(barred.suggestions(a)).toEqual(full.suggestions(a));
      expect(barred.explain(a, b)).toEqual(full.explain(a, b));
    }
    expect(full.explain('scout', 'maker')?.score).toBe(209);
  });

  it('gain nothing from a mode that does not help', () => {
    const testbed = firm('testbed', { offers: [{ ...propellants, mode: 'testbed' }] });
    expect(matchFirms(market(scout, testbed), usualSettings).pairCount).toBe(0);
  });

  it('are one firm only when nobody else is there', () => {
    const matching = matchFirms(
      market(firm('a', { offers: [propellants], needs: [propellants] })),
      usualSettings,
    );
    expect([matching.pairCount, matching.explain('a', 'a'), matching.explain('a', 'nobody')]).toEqual([
      0,
      null,
      null,
    ]);
    expect([matching.suggestions('nobody'), matching.ranked('nobody', 3)]).toEqual([[], []]);
  });
});

describe('what speaks for a meeting besides', () => {
  const scout = firm('scout', { establishedIn: ['AU'], needs: [propellants], size: 'prime' });
  const maker = firm('maker', { offers: [propellants] });
  const kinds = (one: Market, settings = usualSettings) =>
    matchFirms(one, settings)
      .explain('maker', 'scout')
      ?.terms.filter(({ line: at, kind }) => !at && kind !== 'balance')
      .map(({ kind, firmId, points, about }) => [kind, firmId, points, about]);

  it("is the edition's goal, when what they would trade serves it and they are of its two groups", () => {
    const goal = {
      id: 'ammunition across oceans',
      points: 15,
      capabilities: ['munitions'],
      modes: ['licensed-production' as const],
      between: [
        { sizes: ['small' as const], countries: ['KR'] },
        { sizes: null, countries: ['AU'] },
      ] as const,
    };
    const both = [
      ['goal', 'maker', 15, goal.id],
      ['goal', 'scout', 15, goal.id],
    ];
    expect(kinds(market(scout, maker), { ...usualSettings, goals: [goal] })).toEqual(both);
    expect(kinds(market(scout, { ...maker, size: null }), { ...usualSettings, goals: [goal] })).toEqual([]);
    const cyber = { ...goal, capabilities: ['cyber'] };
    expect(kinds(market(scout, maker), { ...usualSettings, goals: [cyber] })).toEqual([]);
  });

  it.each([
    [{ met: true }, [['metBefore', -10, null]]],
    [{ underWay: 'interest' as const }, [['underWay', 12, 'interest']]],
    [{ underWay: 'nda' as const }, [['underWay', 18, 'nda']]],
    [{ met: true, underWay: 'mou' as const }, [['underWay', 24, 'mou']]],
    [{ met: true, underWay: 'pilot' as const, contract: true }, [['underWay', 30, 'pilot']]],
    [{ met: true, contract: true }, [['contract', -40, null]]],
  ])('is the past, to both alike: %j', (what, told) => {
    const past = [{ firms: ['scout', 'maker'] as const, ...noPast, ...what }];
    const terms = kinds({ ...market(scout, maker), past });
    for (const firmId of ['maker', 'scout']) {
      const own = terms
        ?.filter((term) => term[1] === firmId)
        .map(([kind, , points, about]) => [kind, points, about]);
      expect(own).toEqual(told);
    }
  });

  it('is an absence, for the one who waited', () => {
    const past = [{ firms: ['scout', 'maker'] as const, ...noPast, absent: ['scout'] }];
    expect(kinds({ ...market(scout, maker), past })).toEqual([['noShow', 'maker', -20, null]]);
  });
});

describe('a matching', () => {
  it('explains every pair by terms that sum exactly to its score, and scores what it explains', () => {
    fc.assert(
      fc.property(anyMarket, anySettings, anyPast, (profiles, settings, past) => {
        const matching = matchFirms({ profiles, taxonomy, past }, settings);
        let pairs = 0;
        for (const a of matching.firmIds) {
          for (const b of matching.firmIds) {
            const explained = matching.explain(a, b);
            const sum = explained?.terms.reduce((total, { points }) => total + points, 0) ?? 0;
            expect([matching.score(a, b), sum]).toEqual([explained?.score ?? 0, explained?.score ?? 0]);
            pairs += explained ? 1 : 0;
          }
        }
        expect(matching.pairCount * 2).toBe(pairs);
      }),
      { numRuns: 300 },
    );
  });

  it('of many firms agrees with the rule on every pair', () => {
    const modes = cooperationModes.length;
    const profiles = Array.from({ length: 70 }, (_, index) =>
      firm(`firm-${index}`, {
        offers: [
          line('ai', { maturity: 1 + (index % 9), mode: cooperationModes[index % modes] ?? 'supply' }),
        ],
        needs: [line('EDT1', { maturity: 1 + (index % 7) }), line('ai.vision', { mode: 'co-development' })],
      }),
    );
    const matching = matchFirms({ profiles, taxonomy }, usualSettings);
    expect(matching.pairCount).toBeGreaterThan(1024);
    const sums = matching.firmIds.flatMap((a) =>
      matching.ranked(a, 99).map(({ firmId, score }) => score === matching.explain(a, firmId)?.score),
    );
    expect(sums).toHaveLength(2 * matching.pairCount);
    expect(sums.every(Boolean)).toBe(true);
  });

  it('scores two firms the higher the further they have come, and the lowest when nothing is left to begin', () => {
    fc.assert(
      fc.property(anyMarket, (profiles) => {
        const scores = [{ contract: true }, {}, ...openStages.map((underWay) => ({ underWay }))].map(
          (change) =>
            matchFirms(
              { profiles, taxonomy, past: [{ firms: ['firm-0', 'firm-1'], ...noPast, ...change }] },
              usualSettings,
            ).score('firm-0', 'firm-1'),
        );
        expect(scores).toEqual([...scores].sort((a, b) => a - b));
      }),
    );
  });

  it('scores two firms alike in both orders', () => {
    fc.assert(
      fc.property(anyMarket, (profiles) => {
        const { firmIds, score, explain } = matchFirms({ profiles, taxonomy }, usualSettings);
        for (const a of firmIds) {
          for (const b of firmIds) {
            expect(score(a, b)).toBe(score(b, a));
            expect(explain(a, b)?.score).toBe(explain(b, a)?.score);
          }
        }
      }),
    );
  });

  it('does not depend on the order of the profiles', () => {
    fc.assert(
      fc.property(anyMarket, fc.nat(8), (profiles, turn) => {
        const turned = [...profiles.slice(turn), ...profiles.slice(0, turn)].reverse();
        const [one, other] = [profiles, turned].map((all) =>
          matchFirms({ profiles: all, taxonomy }, usualSettings),
        );
        for (const { firmId } of profiles) {
          expect(one?.suggestions(firmId)).toEqual(other?.suggestions(firmId));
          expect(one?.ranked(firmId, 5)).toEqual(other?.ranked(firmId, 5));
        }
      }),
    );
  });

  it('loses exactly its points of a side when a reason is given no weight', () => {
    const single = ['maturity', 'capacity', 'leadTime', 'interest'] as const;
    fc.assert(
      fc.property(anyMarket, fc.constantFrom(...single), (profiles, kind) => {
        const settings = { ...usualSettings, saleShare: 0 };
        const weights = { ...settings.weights, [kind]: 0 };
        const [all, without] = [settings, { ...settings, weights }].map((one) =>
          matchFirms({ profiles: profiles.map(oneOffer), taxonomy }, one),
        );
        for (const a of all?.firmIds ?? []) {
          for (const b of all?.firmIds ?? []) {
            const terms = all?.explain(a, b)?.terms ?? [];
            const kept = (firmId: string) =>
              terms
                .filter((term) => term.firmId === firmId && term.kind !== kind)
                .reduce((sum, { points }) => sum + points, 0);
            if (terms.length > 0) expect(without?.score(a, b)).toBe(fused(kept(a), kept(b)));
          }
        }
      }),
    );
  });
});

/** With one offer and one need there is no other line that could take the place of a weakened one. */
const oneOffer = (profile: FirmProfile): FirmProfile => ({
  ...profile,
  offers: profile.offers.slice(0, 1),
  needs: profile.needs.slice(0, 1),
});
