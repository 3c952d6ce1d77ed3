import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { matchFirms } from './matching/match-firms.ts';
import { usualSettings } from './matching/settings.ts';
import { taxonomyOf, usualCapabilities } from './taxonomy/taxonomy.ts';
import { anyMarket } from './testing/any-profile.ts';
import {
  mayMeet,
  pairFilter,
  type MeetingPartyFacts,
  type MeetingPolicy,
  type PartySelector,
} from './who-may-meet.ts';

const anybody: PartySelector = { categories: null, countries: null, firms: null };
const party = (firmId: string, category = 'industry', ...countries: string[]): MeetingPartyFacts => ({
  firmId,
  categories: [category],
  countries,
});
const hanbit = party('hanbit', 'industry', 'KR');
const volta = party('volta', 'industry', 'BE');
const press = party('press', 'media');
const policy: MeetingPolicy = {
  rules: [
    {
      id: 'invited press',
      effect: 'allow',
      between: [
        { ...anybody, categories: ['media'] },
        { ...anybody, firms: ['hanbit'] },
      ],
      reason: 'Hanbit gives interviews.',
    },
    {
      id: 'no press',
      effect: 'forbid',
      between: [{ ...anybody, categories: ['media'] }, anybody],
      reason: 'The press meets nobody in the hall.',
    },
  ],
  noMeets: [{ firms: ['volta', 'hanbit'], reason: 'They are in court.' }],
};

const anyPolicy: fc.Arbitrary<MeetingPolicy> = fc.record({
  rules: fc.array(
    fc.record({
      id: fc.string(),
      effect: fc.constantFrom('allow', 'forbid'),
      between: fc.tuple(anySelector(), anySelector()),
      reason: fc.string(),
    }),
    { maxLength: 4 },
  ),
  noMeets: fc.array(fc.record({ firms: fc.tuple(anyFirm(), anyFirm()), reason: fc.string() }), {
    maxLength: 3,
  }),
});

function anyFirm(): fc.Arbitrary<string> {
  return fc.nat(9).map((index) => `firm-${index}`);
}
function anySelector(): fc.Arbitrary<PartySelector> {
  return fc.record({
    categories: fc.option(fc.subarray(['industry', 'media'])),
    countries: fc.option(fc.subarray(['KR', 'BE'])),
    firms: fc.option(fc.array(anyFirm(), { maxLength: 3 })),
  });
}

describe('two parties', () => {
  it('may meet unless something forbids it', () => {
    expect(mayMeet(hanbit, party('acme'), policy)).toEqual({ ok: true });
  });

  it('may not meet when they are on the no-meet list, whatever the rules allow', () => {
    const allowed = { ...policy, rules: [{ ...policy.rules[0]!, between: [anybody, anybody] as const }] };
    expect(mayMeet(hanbit, volta, allowed)).toEqual({
      ok: false,
      by: 'no-meet',
      reason: 'They are in court.',
    });
  });

  it('are judged by the first rule that fits', () => {
    expect(mayMeet(press, hanbit, policy)).toEqual({ ok: true });
    expect(mayMeet(press, volta, policy)).toEqual({
      ok: false,
      by: 'rule',
      reason: 'The press meets nobody in the hall.',
    });
  });

  it('are not one and the same', () => {
    expect(mayMeet(hanbit, hanbit, policy)).toMatchObject({ ok: false, by: 'same-firm' });
  });

  it('get the same answer from either side', () => {
    const anyParty = fc.record({
      firmId: anyFirm(),
      categories: fc.subarray(['industry', 'media', 'research']),
      countries: fc.subarray(['KR', 'BE', 'JP']),
    });
    fc.assert(
      fc.property(anyParty, anyParty, anyPolicy, (a, b, any) => {
        expect(mayMeet(a, b, any)).toEqual(mayMeet(b, a, any));
      }),
    );
  });
});

describe('a blocked pair', () => {
  it('stands in no list and has no score, every other pair does, and what all have in common is told', () => {
    const taxonomy = taxonomyOf(usualCapabilities);
    fc.assert(
      fc.property(anyMarket, anyPolicy, (profiles, any) => {
        const parties = profiles.map(({ firmId, establishedIn }, index) => ({
          firmId,
          categories: index % 3 === 0 ? ['media', 'industry'] : ['industry'],
          countries: establishedIn ?? [],
        }));
        const market = { profiles, taxonomy };
        const [open, barred] = [
          matchFirms(market, usualSettings),
          matchFirms({ ...market, mayMeet: pairFilter(parties, any) }, usualSettings),
        ];
        for (const a of parties) {
          for (const b of parties) {
            const { ok } = mayMeet(a, b, any);
            expect(barred.score(a.firmId, b.firmId)).toBe(ok ? open.score(a.firmId, b.firmId) : 0);
            expect(barred.explain(a.firmId, b.firmId)).toEqual(open.explain(a.firmId, b.firmId));
            const listed = barred.suggestions(a.firmId).some(({ firmId }) => firmId === b.firmId);
            expect(listed && !ok).toBe(false);
          }
        }
      }),
    );
  });

  it('is not known of parties of which nothing is known', () => {
    const may = pairFilter([], policy)(['a', 'b', 'volta', 'hanbit']);
    expect([may(0, 1), may(2, 3), may(0, 9)]).toEqual([true, false, false]);
  });
});
