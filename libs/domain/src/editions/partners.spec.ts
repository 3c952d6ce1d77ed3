import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { delegateCategories } from '../people/delegate-category.ts';
import { eligible, partnersOn, type Partner } from './partners.ts';

const always = { from: null, until: null };
const partners: Partner[] = [
  { kind: 'country', code: 'KR', members: [], ...always },
  { kind: 'country', code: 'NZ', members: [], from: '2027-01-01', until: null },
  {
    kind: 'institution',
    code: 'EU',
    members: [
      { country: 'BE', ...always },
      { country: 'GB', from: '1973-01-01', until: '2020-01-31' },
    ],
    ...always,
  },
  { kind: 'institution', code: 'NATO', members: [], ...always },
];
const on = '2027-05-12';

describe('partners on a date', () => {
  it('are those whose time it is, with the members of that day', () => {
    expect(partnersOn(partners, '2026-05-12').map(({ code, members }) => [code, members.length])).toEqual([
      ['KR', 0],
      ['EU', 1],
      ['NATO', 0],
    ]);
    expect(partnersOn(partners, '2019-05-12').find(({ code }) => code === 'EU')?.members).toHaveLength(2);
  });

  it('count their first and last day', () => {
    expect(partnersOn(partners, '2027-01-01').map(({ code }) => code)).toContain('NZ');
    expect(partnersOn(partners, '2026-12-31').map(({ code }) => code)).not.toContain('NZ');
  });
});

describe('a delegate', () => {
  it('of a partner country takes part through it', () => {
    expect(eligible('KR', 'government', partners, on)).toEqual({ ok: true, through: 'KR' });
  });

  it('of a member country takes part through its institution, while it is a member', () => {
    expect(eligible('BE', 'industry', partners, on)).toEqual({ ok: true, through: 'EU' });
    expect(eligible('GB', 'industry', partners, on)).toEqual({ ok: false, reason: 'not-any-more' });
    expect(eligible('GB', 'industry', partners, '2020-01-31')).toEqual({ ok: true, through: 'EU' });
  });

  it('who is an official of an institution takes part through it', () => {
    expect(eligible('NATO', 'institution', partners, on)).toEqual({ ok: true, through: 'NATO' });
  });

  it('of a country that joins later, or never, does not', () => {
    expect(eligible('NZ', 'government', partners, '2026-05-12')).toEqual({ ok: false, reason: 'not-yet' });
    expect(eligible('BR', 'government', partners, on)).toEqual({ ok: false, reason: 'not-a-partner' });
  });

  it('of the press or research comes from anywhere', () => {
    expect(eligible('BR', 'media', partners, on)).toEqual({ ok: true, through: null });
    expect(eligible('GB', 'research', partners, on)).toEqual({ ok: true, through: null });
    expect(eligible('KR', 'media', partners, on)).toEqual({ ok: true, through: 'KR' });
  });

  it('is judged by the partners of the day alone', () => {
    const date = fc.integer({ min: 2015, max: 2035 }).map((year) => `${year}-06-15`);
    const origin = fc.constantFrom('KR', 'NZ', 'EU', 'BE', 'GB', 'NATO', 'BR');
    fc.assert(
      fc.property(date, origin, fc.constantFrom(...delegateCategories), (day, country, category) => {
        expect(eligible(country, category, partnersOn(partners, day), day).ok).toBe(
          eligible(country, category, partners, day).ok,
        );
      }),
    );
  });
});
