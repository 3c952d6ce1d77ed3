import fc from 'fast-check';
import { openStages } from '../../outcomes/ledger.ts';
import { cooperationModes } from '../cooperation.ts';
import type { PastPair } from '../matching/past.ts';
import { usualSettings, type MatchSettings } from '../matching/settings.ts';

/** Any past of the firms of `anyMarket`, and of one that is gone. */
export const anyPast: fc.Arbitrary<PastPair[]> = fc.uniqueArray(
  fc
    .record({
      firms: fc.constantFrom<[string, string]>(
        ['firm-0', 'firm-1'],
        ['firm-2', 'firm-1'],
        ['firm-0', 'gone'],
      ),
      met: fc.boolean(),
      underWay: fc.option(fc.constantFrom(...openStages)),
      contract: fc.boolean(),
    })
    .chain((pair) => fc.subarray([...pair.firms]).map((absent) => ({ ...pair, absent }))),
  { selector: ({ firms }) => firms.join() },
);

/** Any sound settings, small enough that chance tells their effects apart. */
export const anySettings: fc.Arbitrary<MatchSettings> = fc
  .record({
    weights: fc.record({
      capability: fc.nat(100),
      mode: fc.nat(50),
      maturity: fc.nat(50),
      capacity: fc.nat(20),
      leadTime: fc.nat(20),
      interest: fc.nat(40),
      underWay: fc.nat(40),
      contract: fc.nat(200),
      metBefore: fc.nat(200),
      noShow: fc.nat(200),
    }),
    saleShare: fc.integer({ min: 0, max: 100 }),
    lineShares: fc
      .array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 5 })
      .map((shares) => [...shares].sort((a, b) => b - a)),
    goals: fc.array(
      fc.record({
        id: fc.string(),
        points: fc.nat(50),
        capabilities: fc.option(fc.subarray(['munitions', 'sensors', 'ai'])),
        modes: fc.option(fc.subarray([...cooperationModes])),
        between: fc.option(
          fc.constant([
            { sizes: ['small', 'micro'] as const, countries: null },
            { sizes: null, countries: ['BE', 'JP'] },
          ] as const),
        ),
      }),
      { maxLength: 3 },
    ),
    lot: fc.nat(1000),
  })
  .map((change) => ({ ...usualSettings, ...change }));
