import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  proposeHosts,
  regions,
  setHost,
  swapHosts,
  type RotationCapital,
  type RotationInput,
} from './rotation.ts';

const capital = (id: string, region: RotationCapital['region'], willing = true): RotationCapital => ({
  id,
  name: id[0]?.toUpperCase() + id.slice(1),
  region,
  willing,
});

const five = [
  capital('seoul', 'indo-pacific'),
  capital('brussels', 'europe'),
  capital('tokyo', 'indo-pacific'),
  capital('canberra', 'indo-pacific'),
  capital('delhi', 'indo-pacific'),
];
const past = [
  { year: 2022, capitalId: 'seoul' },
  { year: 2023, capitalId: 'brussels' },
  { year: 2024, capitalId: 'tokyo' },
  { year: 2025, capitalId: 'canberra' },
  { year: 2026, capitalId: 'delhi' },
];
const input: RotationInput = { capitals: five, past, from: 2027, count: 5, fixed: [] };
const hostsOf = (rotation: RotationInput) => proposeHosts(rotation).map(({ capitalId }) => capitalId);

/** Any rotation whose years set by hand leave a host for each year: enough willing capitals, and gaps between them. */
const anyRotation: fc.Arbitrary<RotationInput> = fc
  .record({
    regionsOf: fc.array(fc.constantFrom(...regions), { minLength: 4, maxLength: 7 }),
    unwilling: fc.boolean(),
    pastPicks: fc.array(fc.nat(), { maxLength: 8 }),
    fixedPicks: fc.uniqueArray(fc.nat(3), { maxLength: 3 }),
    count: fc.integer({ min: 0, max: 12 }),
  })
  .map(({ regionsOf, unwilling, pastPicks, fixedPicks, count }) => {
    const capitals = regionsOf.map((region, index) =>
      capital(`c${index}`, region, !(unwilling && index === 3)),
    );
    const idAt = (index: number) => `c${index % capitals.length}`;
    const hosted = pastPicks.reduce<string[]>((list, pick) => {
      const id = idAt(pick);
      return [...list, id === list.at(-1) ? idAt(pick + 1) : id];
    }, []);
    return {
      capitals,
      past: hosted.map((capitalId, index) => ({ year: 2027 - hosted.length + index, capitalId })),
      from: 2027,
      count,
      fixed: fixedPicks.map((pick) => ({ year: 2028 + 2 * pick, capitalId: idAt(pick), reason: 'agreed' })),
    };
  });

describe('the rotation of five capitals that have all hosted', () => {
  it('opens a round in which everybody hosts once, with the region in turn first', () => {
    expect(hostsOf(input)).toEqual(['brussels', 'seoul', 'tokyo', 'canberra', 'delhi']);
  });

  it('says why of each', () => {
    const [brussels, seoul, tokyo] = proposeHosts(input);
    expect(brussels?.reasons).toEqual([
      { code: 'longest-without-hosting', lastYear: 2023, years: 4, among: 'europe' },
      { code: 'alternates-region', from: 'indo-pacific', to: 'europe' },
    ]);
    expect(seoul?.reasons).toEqual([
      { code: 'longest-without-hosting', lastYear: 2022, years: 6, among: 'all' },
      { code: 'alternates-region', from: 'europe', to: 'indo-pacific' },
    ]);
    expect(tokyo?.reasons).toEqual([
      { code: 'longest-without-hosting', lastYear: 2024, years: 5, among: 'all' },
      { code: 'cannot-alternate', region: 'indo-pacific' },
    ]);
  });

  it('gives a capital that never hosted its turn at once', () => {
    const joined = { ...input, capitals: [...five, capital('warsaw', 'europe')], past: past.slice(1) };
    const [first, second] = proposeHosts({ ...joined, past: [...joined.past] });
    expect(first).toEqual({
      year: 2027,
      capitalId: 'warsaw',
      reasons: [{ code: 'never-hosted' }, { code: 'alternates-region', from: 'indo-pacific', to: 'europe' }],
    });
    expect(second?.capitalId).toBe('seoul');
  });

  it('begins with the first name where nobody has hosted', () => {
    const [first] = proposeHosts({ ...input, past: [] });
    expect(first).toEqual({ year: 2027, capitalId: 'brussels', reasons: [{ code: 'never-hosted' }] });
  });

  it('passes over those who are not willing', () => {
    const capitals = five.map((each) => (each.id === 'brussels' ? { ...each, willing: false } : each));
    expect(hostsOf({ ...input, capitals })).toEqual(['seoul', 'tokyo', 'canberra', 'delhi', 'seoul']);
  });
});

describe('a host set by hand', () => {
  const fixed = { year: 2028, capitalId: 'canberra', reason: 'Fifty years of the alliance' };

  it('stands, with its reason, and the others arrange themselves around it', () => {
    const proposals = proposeHosts(setHost(input, fixed));
    expect(proposals.map(({ capitalId }) => capitalId)).toEqual([
      'brussels',
      'canberra',
      'seoul',
      'tokyo',
      'delhi',
    ]);
    expect(proposals[1]?.reasons).toEqual([{ code: 'fixed-by-hand', reason: fixed.reason }]);
  });

  it('replaces an earlier one of the same year', () => {
    const twice = setHost(setHost(input, fixed), { ...fixed, capitalId: 'tokyo' });
    expect(twice.fixed).toEqual([{ ...fixed, capitalId: 'tokyo' }]);
  });

  it('is refused next to a year of the same capital', () => {
    const again = { year: 2027, capitalId: 'delhi', reason: 'wish' };
    expect(() => setHost(input, again)).toThrow(
      expect.objectContaining({
        code: 'rotation.twice_running',
        details: { year: 2027, capitalId: 'delhi' },
      }),
    );
    expect(() => setHost(setHost(input, fixed), { ...fixed, year: 2029 })).toThrow(
      expect.objectContaining({ code: 'rotation.twice_running' }),
    );
  });

  it('makes the year before pass over it, and says so', () => {
    const [first] = proposeHosts(setHost(input, { year: 2028, capitalId: 'brussels', reason: 'wish' }));
    expect(first).toEqual({
      year: 2027,
      capitalId: 'seoul',
      reasons: [
        { code: 'longest-without-hosting', lastYear: 2022, years: 5, among: 'all' },
        { code: 'cannot-alternate', region: 'indo-pacific' },
      ],
    });
    const [passing] = proposeHosts(setHost(input, { year: 2028, capitalId: 'seoul', reason: 'wish' }));
    expect(passing?.reasons).toContainEqual({ code: 'not-twice-running', passedOverId: 'seoul' });
  });
});

describe('two hosts', () => {
  it('are swapped, both with the reason', () => {
    const swapped = proposeHosts(swapHosts(input, [2027, 2029], 'Venue not ready'));
    expect(swapped.map(({ capitalId }) => capitalId)).toEqual([
      'tokyo',
      'seoul',
      'brussels',
      'canberra',
      'delhi',
    ]);
    expect(swapped[0]?.reasons).toEqual([{ code: 'fixed-by-hand', reason: 'Venue not ready' }]);
    expect(swapped[2]?.reasons).toEqual([{ code: 'fixed-by-hand', reason: 'Venue not ready' }]);
  });

  it('are swapped also when one was set by hand, and leave other such years alone', () => {
    const fixed = [
      { year: 2028, capitalId: 'canberra', reason: 'alliance' },
      { year: 2031, capitalId: 'tokyo', reason: 'expo' },
    ];
    const swapped = swapHosts({ ...input, fixed }, [2028, 2029], 'Venue not ready');
    expect(swapped.fixed).toEqual([
      { year: 2028, capitalId: 'seoul', reason: 'Venue not ready' },
      { year: 2029, capitalId: 'canberra', reason: 'Venue not ready' },
      { year: 2031, capitalId: 'tokyo', reason: 'expo' },
    ]);
  });

  it('are not swapped with a year that has none', () => {
    expect(() => swapHosts(input, [2027, 2050], 'wish')).toThrow(
      expect.objectContaining({ code: 'request.invalid', details: { year: 2050 } }),
    );
  });

  it('are not swapped when one would then host twice running', () => {
    expect(() => swapHosts(input, [2027, 2031], 'wish')).toThrow(
      expect.objectContaining({ code: 'rotation.twice_running' }),
    );
  });
});

describe('a rotation that cannot be', () => {
  it.each([
    ['an unknown capital', { fixed: [{ year: 2028, capitalId: 'atlantis', reason: 'wish' }] }],
    ['a year with two hosts', { past: [...past, { year: 2026, capitalId: 'seoul' }] }],
    ['a past that reaches into the future', { past: [...past, { year: 2027, capitalId: 'seoul' }] }],
  ])('is refused: %s', (_what, change) => {
    expect(() => proposeHosts({ ...input, ...change })).toThrow(
      expect.objectContaining({ code: 'request.invalid' }),
    );
  });

  it('leaves a year without host where the only willing one hosted the year before', () => {
    const alone = {
      ...input,
      capitals: five.map((each) => ({ ...each, willing: each.id === 'seoul' })),
      count: 3,
    };
    expect(proposeHosts(alone)).toEqual([
      expect.objectContaining({ year: 2027, capitalId: 'seoul' }),
      { year: 2028, capitalId: null, reasons: [{ code: 'nobody-willing' }] },
      expect.objectContaining({ year: 2029, capitalId: 'seoul' }),
    ]);
  });
});

describe('every rotation', () => {
  it('names a willing host for each year, never twice running, and says why', () => {
    fc.assert(
      fc.property(anyRotation, (rotation) => {
        const known = [...rotation.fixed].filter(({ year, capitalId }) =>
          rotation.past.some((entry) => entry.year === year - 1 && entry.capitalId === capitalId),
        );
        fc.pre(known.length === 0);
        const proposals = proposeHosts(rotation);
        expect(proposals.map(({ year }) => year)).toEqual(
          Array.from({ length: rotation.count }, (_, index) => 2027 + index),
        );
        let before = rotation.past.at(-1)?.capitalId;
        for (const { year, capitalId, reasons } of proposals) {
          const set = rotation.fixed.find((entry) => entry.year === year);
          const host = rotation.capitals.find(({ id }) => id === capitalId);
          expect(capitalId).not.toBe(before);
          if (set) expect(capitalId).toBe(set.capitalId);
          else expect(host?.willing).toBe(true);
          expect(reasons.length).toBeGreaterThan(0);
          before = capitalId ?? undefined;
        }
      }),
    );
  });

  it('lets everybody host once before anybody hosts again', () => {
    fc.assert(
      fc.property(anyRotation, (rotation) => {
        const willing = rotation.capitals.filter((each) => each.willing);
        const fresh = { ...rotation, past: [], fixed: [], count: 3 * willing.length };
        const hosts = hostsOf(fresh);
        for (let round = 0; round < 3; round++) {
          const held = hosts.slice(round * willing.length, (round + 1) * willing.length);
          expect(held.sort()).toEqual(willing.map(({ id }) => id).sort());
        }
      }),
    );
  });

  it('alternates throughout where both regions offer equally many', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 4 }), (pairs) => {
        const capitals = Array.from({ length: pairs }, (_, index) => [
          capital(`e${index}`, 'europe'),
          capital(`i${index}`, 'indo-pacific'),
        ]).flat();
        const hosts = hostsOf({ capitals, past: [], from: 2027, count: 4 * pairs, fixed: [] });
        const region = (id: string | null | undefined) => capitals.find((each) => each.id === id)?.region;
        for (const [index, id] of hosts.entries()) {
          if (index > 0) expect(region(id)).not.toBe(region(hosts[index - 1]));
        }
      }),
    );
  });

  it('does not depend on the order in which capitals and past are listed', () => {
    fc.assert(
      fc.property(anyRotation, (rotation) => {
        const unfixed = { ...rotation, fixed: [] };
        const turned = {
          ...unfixed,
          capitals: [...unfixed.capitals].reverse(),
          past: [...unfixed.past].reverse(),
        };
        expect(hostsOf(turned)).toEqual(hostsOf(unfixed));
      }),
    );
  });
});
