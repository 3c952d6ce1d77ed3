import { describe, expect, it } from '@jest/globals';
import type { MatchTerm } from '@forum/contract/matchmaking/suggestions';
import fc from 'fast-check';
import { inShort, reasonsOf, signed } from './reasons.ts';

const term = (kind: MatchTerm['kind'], points: number, about: string | null = null): MatchTerm => ({
  kind,
  gain: kind === 'balance' ? null : 'ours',
  points,
  line: null,
  about,
});

describe('the reasons of a score in short', () => {
  it('say the weightiest, and count what the others come to, the balance included', () => {
    const reasons = reasonsOf([
      term('goal', 225, 'a'),
      term('goal', 225, 'b'),
      term('interest', 20, 'NO'),
      term('interest', 60, 'KR'),
      term('balance', -40),
    ]);
    const { shown, rest } = inShort(reasons, 3);
    expect([shown.map(({ points }) => points), rest]).toEqual([[225, 225, 60], { count: 2, points: -20 }]);
  });

  it('say a single further one instead of counting it', () => {
    const reasons = reasonsOf([term('goal', 30, 'a'), term('interest', 20, 'KR'), term('balance', -9)]);
    const { shown, rest } = inShort(reasons, 2);
    expect([shown.map(({ points }) => signed(points)), rest]).toEqual([['+30', '+20', '−9'], null]);
  });

  it('always sum to the score', () => {
    const anyTerms = fc.array(
      fc.record({ points: fc.integer({ min: -300, max: 300 }), about: fc.constantFrom('a', 'b', 'c', 'd') }),
    );
    fc.assert(
      fc.property(anyTerms, fc.integer({ min: 1, max: 4 }), (terms, most) => {
        const told = terms.map(({ points, about }) => term('goal', points, about));
        const { shown, rest } = inShort(reasonsOf(told), most);
        const sum = shown.reduce((total, { points }) => total + points, rest?.points ?? 0);
        expect(sum).toBe(terms.reduce((total, { points }) => total + points, 0));
      }),
    );
  });
});
