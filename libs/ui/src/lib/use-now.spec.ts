import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { clock } from './use-now.ts';

beforeEach(() => void jest.useFakeTimers({ now: Date.parse('2027-05-12T01:00:00Z') }));
afterEach(() => void jest.useRealTimers());

describe('the clock of a screen', () => {
  it('is right at once for the first that looks at it after a pause', () => {
    const leave = clock.subscribe(() => undefined);
    leave();
    jest.setSystemTime(Date.parse('2027-05-12T09:30:00Z'));
    const leaveAgain = clock.subscribe(() => undefined);
    expect(clock.now().toISOString()).toBe('2027-05-12T09:30:00.000Z');
    leaveAgain();
  });

  it('goes on for all that look at it together', () => {
    const told = jest.fn();
    const leave = clock.subscribe(told);
    const seen = clock.now();
    clock.subscribe(() => undefined)();
    expect(clock.now()).toBe(seen);
    jest.advanceTimersByTime(10_000);
    expect(told).toHaveBeenCalledTimes(1);
    expect(clock.now().getTime() - seen.getTime()).toBe(10_000);
    leave();
  });
});
