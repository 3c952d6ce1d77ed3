import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { advisePair } from './advise-pair.ts';
import { adviseFirm, type Advising, type Openness } from './advise.ts';
import { knownAgreements, type Agreement } from './agreements.ts';
import type { FactName, RouteFacts } from './facts.ts';
import { knownPacks } from './packs/known-packs.ts';
import { routeSchemes } from './rule-pack.ts';

const on = (day: string, agreements: readonly Agreement[] = knownAgreements): Advising => ({
  day,
  agreements,
  packs: knownPacks,
});
const today = on('2027-05-12');

/** Everything known, everything in one country. */
const firmOf = (country: string, change: RouteFacts = {}): RouteFacts => ({
  establishedIn: [country],
  managedFrom: [country],
  controlledFrom: [country],
  headquarteredIn: [country],
  facilitiesIn: [country],
  guaranteed: false,
  outsidePercent: '20',
  criticalProduct: true,
  designAuthority: true,
  civilApplication: true,
  dualUse: true,
  offsetObligation: true,
  ...change,
});
const openness = (facts: RouteFacts, advising = today) =>
  routeSchemes.map((scheme) => adviseFirm(scheme, facts, advising).openness);

/** How far the door is open; shut and not known are the same. */
const width = (one: Openness) => ({ open: 2, 'open-with-conditions': 1, closed: 0, unknown: 0 })[one];

const anyCountries = fc.option(
  fc.uniqueArray(fc.constantFrom('KR', 'JP', 'BE', 'NO', 'UA', 'CA', 'US', 'TR'), { maxLength: 2 }),
);
const yesNo = fc.option(fc.boolean());
const anyFacts: fc.Arbitrary<RouteFacts> = fc.record({
  establishedIn: anyCountries,
  managedFrom: anyCountries,
  controlledFrom: anyCountries,
  headquarteredIn: anyCountries,
  facilitiesIn: anyCountries,
  guaranteed: yesNo,
  outsidePercent: fc.constantFrom('0', '34.99', '35', '35.000001', '100', null),
  criticalProduct: yesNo,
  designAuthority: yesNo,
  civilApplication: yesNo,
  dualUse: yesNo,
  offsetObligation: yesNo,
});
const factNames = Object.keys(firmOf('KR')) as FactName[];

describe('the ways that are open', () => {
  it.each([
    ['BE', ['open', 'open', 'open', 'open', 'open', 'unknown', 'open-with-conditions']],
    ['NO', ['open', 'open', 'open', 'open', 'open', 'unknown', 'open-with-conditions']],
    ['UA', ['closed', 'closed', 'open', 'open', 'closed', 'closed', 'open-with-conditions']],
    ['AU', ['closed', 'closed', 'closed', 'closed', 'closed', 'closed', 'open-with-conditions']],
    ['VN', ['closed', 'closed', 'closed', 'unknown', 'closed', 'closed', 'open-with-conditions']],
    ['CA', ['closed', 'closed', 'open', 'open-with-conditions', 'open', 'unknown', 'open-with-conditions']],
    [
      'KR',
      ['closed', 'closed', 'closed', 'open-with-conditions', 'closed', 'closed', 'open-with-conditions'],
    ],
    [
      'JP',
      ['closed', 'closed', 'closed', 'open-with-conditions', 'closed', 'closed', 'open-with-conditions'],
    ],
  ])('to a firm of %s are as the acts say', (country, expected) => {
    expect(openness(firmOf(country))).toEqual(expected);
  });

  it('to a small firm in Changwon, owned from Japan, name rule, act, article and date', () => {
    const { openness: found, reasons } = adviseFirm(
      'safe',
      firmOf('KR', { controlledFrom: ['KR', 'JP'] }),
      today,
    );
    expect(found).toBe('closed');
    expect(reasons.find(({ ruleId }) => ruleId === 'safe.established')).toMatchObject({
      outcome: 'closed',
      act: 'Council Regulation (EU) 2025/1106 (SAFE)',
      article: 'Article 16',
      date: '2025-05-27',
      verified: true,
    });
    expect(reasons.find(({ ruleId }) => ruleId === 'safe.partnership')?.outcome).toBe('open');
  });

  it('to a firm of the Union controlled from outside depend on guarantees', () => {
    const controlled = (guaranteed: boolean | null) =>
      adviseFirm('edf', firmOf('BE', { controlledFrom: ['US'], guaranteed }), today);
    expect([true, false, null].map((one) => controlled(one).openness)).toEqual([
      'open-with-conditions',
      'closed',
      'unknown',
    ]);
    expect(controlled(null).reasons.at(-1)?.missing).toEqual(['guaranteed']);
  });

  it('end at 35 percent', () => {
    const at = (outsidePercent: string) =>
      adviseFirm('safe', firmOf('BE', { outsidePercent }), today).openness;
    expect([at('35.00'), at('35.01')]).toEqual(['open', 'closed']);
  });

  it('say what was verified and what was recalled', () => {
    const { verified, reasons } = adviseFirm('diana', firmOf('BE'), today);
    expect([verified, reasons.map((reason) => reason.verified)]).toEqual([false, [true, false]]);
  });
});

describe('a missing fact', () => {
  it('gives unknown, and never open', () => {
    expect(openness({})).toEqual(routeSchemes.map(() => 'unknown'));
  });

  it('never opens a way further, whichever it is', () => {
    fc.assert(
      fc.property(
        anyFacts,
        fc.constantFrom(...factNames),
        fc.constantFrom(...routeSchemes),
        fc.constantFrom('2022-01-01', '2025-06-01', '2027-05-12'),
        (facts, missing, scheme, day) => {
          const [full, less] = [facts, { ...facts, [missing]: null }].map((one) =>
            adviseFirm(scheme, one, on(day)),
          );
          expect(width(less?.openness ?? 'open')).toBeLessThanOrEqual(width(full?.openness ?? 'closed'));
          if (less?.openness === 'unknown') {
            expect(less.reasons.some(({ outcome }) => outcome === 'unknown')).toBe(true);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('never opens a way further for a pair', () => {
    fc.assert(
      fc.property(
        anyFacts,
        anyFacts,
        fc.constantFrom(...factNames),
        fc.constantFrom(...routeSchemes),
        (one, other, missing, scheme) => {
          const full = advisePair(scheme, [one, other], today).openness;
          const less = advisePair(scheme, [{ ...one, [missing]: null }, other], today).openness;
          expect(width(less)).toBeLessThanOrEqual(width(full));
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('an earlier day', () => {
  it('replays the earlier answer', () => {
    const finnish = (day: string) => adviseFirm('diana', firmOf('FI'), on(day)).openness;
    expect([finnish('2023-06-19'), finnish('2023-06-18')]).toEqual(['open', 'closed']);
    const swedish = (day: string) => adviseFirm('diana', firmOf('SE'), on(day)).openness;
    expect([swedish('2024-03-06'), swedish('2024-03-07')]).toEqual(['closed', 'open']);
  });

  it('before a country was associated finds the funding closed, and from that day cites the agreement', () => {
    const korean = (day: string) => adviseFirm('horizon-europe', firmOf('KR'), on(day));
    const [before, after] = [korean('2024-12-31'), korean('2025-01-01')];
    expect([before.openness, after.openness]).toEqual(['closed', 'open-with-conditions']);
    expect([before.reasons[0]?.by, after.reasons[0]?.by]).toEqual([
      [],
      [
        expect.objectContaining({
          act: 'EU–Korea Agreement on participation in Union programmes, OJ L 2025/1532',
          date: '2025-07-17',
          from: '2025-01-01',
          verified: true,
        }),
      ],
    ]);
    const japanese = (day: string) => adviseFirm('horizon-europe', firmOf('JP'), on(day)).openness;
    expect([japanese('2025-12-31'), japanese('2026-01-01')]).toEqual(['closed', 'open-with-conditions']);
  });

  it('cites an agreement only where nothing else would do, and says when it is recalled', () => {
    const by = (...establishedIn: string[]) =>
      adviseFirm('horizon-europe', firmOf('BE', { establishedIn }), today).reasons[0]?.by.map(({ id }) => id);
    expect([by('BE', 'NO'), by('NO'), by('KR', 'BE')]).toEqual([[], ['horizon-norway'], []]);
    const managed = adviseFirm('safe', firmOf('BE', { managedFrom: ['BE', 'CA'] }), today);
    expect(
      managed.reasons.find(({ ruleId }) => ruleId === 'safe.managed')?.by.map(({ country }) => country),
    ).toEqual(['CA']);
    expect(managed.verified).toBe(false);
  });

  it('before there was a scheme finds it closed, and says that it was not there', () => {
    expect(adviseFirm('safe', firmOf('BE'), on('2025-05-28'))).toMatchObject({
      openness: 'closed',
      packVersion: null,
      reasons: [{ ruleId: 'safe.not-in-force', date: '2025-05-28' }],
    });
    expect(advisePair('safe', [firmOf('BE'), firmOf('KR')], on('2025-05-28')).openness).toBe('closed');
  });

  it('is answered by the pack of that day when a later one follows', () => {
    const [safe] = knownPacks.filter(({ scheme }) => scheme === 'safe');
    const later = { ...safe!, version: 2, from: '2027-01-01', rules: [] };
    const packs = [...knownPacks, later];
    const answer = (day: string) => adviseFirm('safe', {}, { ...on(day), packs });
    expect([answer('2026-12-31').packVersion, answer('2027-01-01').packVersion]).toEqual([1, 2]);
  });
});

describe('an agreement, added as a record', () => {
  const korea: Agreement = {
    id: 'eu-korea-safe',
    kind: 'safe-participation',
    country: 'KR',
    from: '2027-01-01',
    to: '2028-01-01',
    act: 'An agreement yet to be made',
    date: null,
    verified: false,
    note: 'For this test.',
  };

  it('turns the answers of its country from its day until its end, and no others', () => {
    const countries = ['KR', 'JP', 'BE', 'CA', 'UA'];
    const changed = (day: string) =>
      countries.flatMap((country) => {
        const [before, after] = [knownAgreements, [...knownAgreements, korea]].map((agreements) =>
          openness(firmOf(country), on(day, agreements)),
        );
        return routeSchemes
          .filter((_, at) => before?.[at] !== after?.[at])
          .map((scheme) => `${country} ${scheme}`);
      });
    expect(changed('2026-12-31')).toEqual([]);
    expect(changed('2027-01-01')).toEqual(['KR safe']);
    expect(changed('2028-01-01')).toEqual([]);
  });

  it('of Canada opens SAFE to Canadian firms', () => {
    const without = knownAgreements.filter(({ id }) => id !== 'eu-canada-safe');
    const safe = (agreements: readonly Agreement[]) =>
      adviseFirm('safe', firmOf('CA'), on('2027-05-12', agreements)).openness;
    expect([safe(without), safe(knownAgreements)]).toEqual(['closed', 'open']);
  });
});

describe('two firms together', () => {
  const pair = (scheme: 'safe' | 'edf', one: RouteFacts, other: RouteFacts) =>
    advisePair(scheme, [one, other], today);

  it('take part in SAFE when one can lead, the other as its supplier', () => {
    const { openness: found, reasons, alone } = pair('safe', firmOf('KR'), firmOf('BE'));
    expect(found).toBe('open-with-conditions');
    expect(reasons).toMatchObject([{ ruleId: 'safe.supplier', article: 'Article 16(10)' }]);
    expect(alone.map((one) => one.openness)).toEqual(['closed', 'open']);
  });

  it('take part in EDF only when both can', () => {
    expect(pair('edf', firmOf('KR'), firmOf('BE')).openness).toBe('closed');
    expect(pair('edf', firmOf('NO'), firmOf('BE')).openness).toBe('open');
  });

  it('have no answer while one of them has none', () => {
    expect(pair('safe', {}, firmOf('BE')).openness).toBe('unknown');
    expect(pair('safe', firmOf('KR'), firmOf('JP')).openness).toBe('closed');
  });
});

describe('a rule pack', () => {
  it('cites act, article and day for every rule, each under a name of its own', () => {
    const rules = knownPacks.flatMap(({ rules: of, pair }) => [...of, pair]);
    for (const { act, article, date, source, says } of rules) {
      expect([act, article, source, says].every((text) => text.length > 5)).toBe(true);
      expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    expect(new Set(knownPacks.map(({ scheme }) => scheme))).toEqual(new Set(routeSchemes));
  });
});
