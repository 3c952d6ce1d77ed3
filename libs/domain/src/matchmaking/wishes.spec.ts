import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { priorityOf, wishedMeetings } from './wished-meetings.ts';
import { gradeWish, missingWishes, wishGrades, withdrawWish, type Wish, type WishTerms } from './wishes.ts';

const terms: WishTerms = { deadline: '2027-04-30T15:00:00Z', musts: 2, asked: 4 };
const before = '2027-04-30T14:59:59Z';
const wish = (to: string, grade: Wish['grade'], from = 'hanbit'): Wish => ({ from, to, grade });
const refused = (code: string) => expect.objectContaining({ code });

describe('a wish', () => {
  it('is kept, and a new grade takes the place of the old one', () => {
    const first = gradeWish([], wish('volta', 'must'), terms, before);
    expect(gradeWish(first, wish('volta', 'no'), terms, before)).toEqual([wish('volta', 'no')]);
  });

  it('is not about oneself', () => {
    expect(() => gradeWish([], wish('hanbit', 'must'), terms, before)).toThrow(refused('wish.self'));
  });

  it('changes no more from the deadline on', () => {
    expect(() => gradeWish([], wish('volta', 'no'), terms, terms.deadline)).toThrow(refused('wish.closed'));
    expect(() => withdrawWish([], 'volta', terms, terms.deadline)).toThrow(refused('wish.closed'));
    expect(withdrawWish([wish('a', 'no'), wish('b', 'must')], 'a', terms, before)).toEqual([
      wish('b', 'must'),
    ]);
  });

  it('is a must only as often as the edition allows; giving the same must again is none more', () => {
    const two = [wish('a', 'must'), wish('b', 'must')];
    expect(() => gradeWish(two, wish('c', 'must'), terms, before)).toThrow(refused('wish.too_many_musts'));
    expect(gradeWish(two, wish('a', 'must'), terms, before)).toHaveLength(2);
    expect(gradeWish(two, wish('c', 'would-like'), terms, before)).toHaveLength(3);
  });
});

describe('what is missing', () => {
  it('is counted, with the suggestions that have no grade', () => {
    expect(missingWishes([wish('a', 'must')], ['b', 'a', 'c'], terms, before)).toEqual({
      missing: 3,
      mustsLeft: 1,
      ungraded: ['b', 'c'],
      open: true,
    });
    const five = ['a', 'b', 'c', 'd', 'e'].map((to) => wish(to, 'must'));
    expect(missingWishes(five, [], terms, terms.deadline)).toEqual({
      missing: 0,
      mustsLeft: 0,
      ungraded: [],
      open: false,
    });
  });
});

describe('meetings from wishes', () => {
  it.each([
    ['must', 'must', 1],
    ['must', 'would-like', 2],
    ['would-like', 'would-like', 3],
    ['must', null, 4],
    ['would-like', null, 5],
    [null, null, null],
    ['no', 'must', null],
    ['no', null, null],
  ] as const)('of %s and %s have priority %s', (one, other, priority) => {
    expect([priorityOf(one, other), priorityOf(other, one)]).toEqual([priority, priority]);
  });

  it('come most wanted first, then best matched', () => {
    const wishes = [
      wish('b', 'would-like', 'a'),
      wish('c', 'would-like', 'a'),
      wish('d', 'must', 'a'),
      wish('a', 'must', 'd'),
    ];
    const score = (a: string, b: string) => (a === 'a' && b === 'c' ? 200 : 100);
    expect(wishedMeetings({ wishes, mayMeet: () => true, score })).toEqual([
      { a: 'a', b: 'd', priority: 1, score: 100 },
      { a: 'a', b: 'c', priority: 5, score: 200 },
      { a: 'a', b: 'b', priority: 5, score: 100 },
    ]);
  });

  it('never join two of whom one says no, or who may not meet, or one with itself', () => {
    const anyParty = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const anyWish = fc.record({ from: anyParty, to: anyParty, grade: fc.constantFrom(...wishGrades) });
    const blocked = fc.uniqueArray(fc.tuple(anyParty, anyParty).map((pair) => pair.sort().join()));
    fc.assert(
      fc.property(fc.array(anyWish, { maxLength: 30 }), blocked, (wishes, pairs) => {
        const mayMeet = (a: string, b: string) => !pairs.includes([a, b].sort().join());
        const found = wishedMeetings({ wishes, mayMeet, score: () => 0 });
        const last = (from: string, to: string) =>
          wishes.filter((one) => one.from === from && one.to === to).at(-1)?.grade;
        for (const { a, b } of found) {
          expect(a < b && mayMeet(a, b)).toBe(true);
          expect([last(a, b), last(b, a)]).not.toContain('no');
        }
        expect(new Set(found.map(({ a, b }) => a + b)).size).toBe(found.length);
      }),
    );
  });
});
