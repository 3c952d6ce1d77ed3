import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mailLanes, pauseAfter } from './lanes.ts';
import { urgencies } from './urgency.ts';

describe('the workers of mails', () => {
  it('take every line, and some take nothing but codes for known people', () => {
    const taken = new Set(mailLanes.flatMap(({ takes }) => takes));
    expect(taken).toEqual(new Set([...urgencies, 'new-address']));
    expect(mailLanes.filter(({ takes }) => takes.join() === 'code' && takes.length === 1)).toHaveLength(1);
  });

  it('look for the more urgent mail first', () => {
    const order = ['code', 'new-address', 'soon', 'bulk'];
    for (const { takes } of mailLanes)
      expect(takes.map((line) => order.indexOf(line))).toEqual(
        [...takes.map((line) => order.indexOf(line))].sort((a, b) => a - b),
      );
  });
});

describe('the pause after an attempt that failed', () => {
  it('doubles up to its longest', () => {
    expect([1, 2, 3, 4, 5, 6, 40].map((attempt) => pauseAfter('bulk', attempt) / 60)).toEqual([
      2, 4, 8, 16, 30, 30, 30,
    ]);
    expect([1, 2, 3, 4, 5].map((attempt) => pauseAfter('code', attempt))).toEqual([15, 30, 60, 120, 120]);
  });

  it('never gets shorter', () => {
    fc.assert(
      fc.property(fc.constantFrom(...urgencies), fc.integer({ min: 1, max: 1_000 }), (urgency, attempt) => {
        expect(pauseAfter(urgency, attempt + 1)).toBeGreaterThanOrEqual(pauseAfter(urgency, attempt));
      }),
    );
  });
});
