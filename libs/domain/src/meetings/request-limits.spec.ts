import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addMinutes, compareInstants } from '../time/instant.ts';
import { expiryOf, reminderOf, requireRoomForRequest, usualLimits } from './request-limits.ts';

const at = (minute: number) => addMinutes('2027-05-12T00:00:00Z', minute);
const hours = (count: number) => count * 60;

describe('open requests', () => {
  it('are capped, in all and to one firm', () => {
    expect(() => requireRoomForRequest({ all: 29, toThem: 9 })).not.toThrow();
    expect(() => requireRoomForRequest({ all: 30, toThem: 0 })).toThrow(
      expect.objectContaining({ code: 'meeting.too_many_open', details: { open: 30, limit: 30 } }),
    );
    expect(() => requireRoomForRequest({ all: 10, toThem: 10 })).toThrow(
      expect.objectContaining({ code: 'meeting.too_many_open', details: { open: 10, limit: 10 } }),
    );
    const few = { ...usualLimits, openRequests: 3 };
    expect(() => requireRoomForRequest({ all: 3, toThem: 0 }, few)).toThrow('withdraw one first');
  });
});

describe('an unanswered request', () => {
  it('expires after three days and reminds after one, when its times are far off', () => {
    const expiry = expiryOf(at(0), [at(hours(200)), at(hours(100))]);
    expect(expiry).toBe(at(hours(72)));
    expect(reminderOf(at(0), expiry)).toBe(at(hours(24)));
  });

  it('expires when its last time begins, and reminds half-way, when that is sooner', () => {
    const expiry = expiryOf(at(0), [at(hours(4)), at(hours(2))]);
    expect(expiry).toBe(at(hours(4)));
    expect(reminderOf(at(0), expiry)).toBe(at(hours(2)));
  });

  it('reminds before it expires, and expires before its last time is gone', () => {
    const starts = fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.nat(5000), starts, (proposed, offsets) => {
        const times = offsets.map((offset) => at(proposed + offset));
        const expiry = expiryOf(at(proposed), times);
        const reminder = reminderOf(at(proposed), expiry);
        expect(compareInstants(at(proposed), reminder)).toBeLessThanOrEqual(0);
        expect(compareInstants(reminder, expiry)).toBeLessThan(0);
        expect(times.some((start) => compareInstants(expiry, start) <= 0)).toBe(true);
        expect(compareInstants(expiry, at(proposed + hours(72)))).toBeLessThanOrEqual(0);
      }),
    );
  });
});
