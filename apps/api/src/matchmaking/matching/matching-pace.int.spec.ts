import { describe, expect, it } from '@jest/globals';
import { dueAt, isOutdated, type MatchingCourse } from './matching-pace.ts';

/** A small matching that was finished at 1,000 and knows of everything. */
const course = (change: Partial<MatchingCourse> = {}): MatchingCourse => ({
  ...{ madeAt: 1_000, took: 10, outdatedAt: null, filled: false, followed: true, failedAt: null },
  ...change,
});

describe('a newer matching', () => {
  it('is due at once before the first, and after a minute when nothing has changed', () => {
    expect(dueAt(course({ madeAt: null }))).toBe(-Infinity);
    expect(dueAt(course())).toBe(61_000);
    expect(isOutdated(course())).toBe(false);
  });

  it('follows a change in a tenth of a second, so that a burst is one matching', () => {
    expect(dueAt(course({ outdatedAt: 9_000 }))).toBe(9_100);
    expect(isOutdated(course({ outdatedAt: 9_000 }))).toBe(true);
  });

  it('takes a tenth of the time of a large market, or comes five seconds after the last', () => {
    expect(dueAt(course({ took: 100, outdatedAt: 1_100 }))).toBe(1_900);
    expect(dueAt(course({ took: 2_000, outdatedAt: 1_100 }))).toBe(6_000);
  });

  it('may lag behind calendars for two seconds, and in a large market for a minute', () => {
    expect(dueAt(course({ filled: true }))).toBe(3_000);
    expect(dueAt(course({ filled: true, took: 2_000 }))).toBe(59_000);
    expect(isOutdated(course({ filled: true }))).toBe(false);
  });

  it('comes every five seconds while changes are not heard of', () => {
    expect(dueAt(course({ followed: false }))).toBe(6_000);
  });

  it('waits for ten seconds after one that failed', () => {
    expect(dueAt(course({ madeAt: null, failedAt: 3_000 }))).toBe(13_000);
    expect(dueAt(course({ outdatedAt: 2_000, failedAt: 3_000 }))).toBe(13_000);
  });
});
