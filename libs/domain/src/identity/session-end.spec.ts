import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { epochMs, instantFromMs } from '../time/instant.ts';
import { wallTime } from '../time/zoned.ts';
import { sessionDays, type SessionFacts, sessionEnd } from './session-end.ts';

const hour = 3_600_000;
const zones = fc.constantFrom(
  'Asia/Seoul',
  'Europe/Brussels',
  'Australia/Sydney',
  'Asia/Kolkata',
  'America/Lima',
);
const facts: fc.Arbitrary<SessionFacts> = fc.record({
  openedAt: fc
    .integer({ min: Date.UTC(2026, 0), max: Date.UTC(2036, 0) })
    .map((ms) => instantFromMs(ms - (ms % 1000))),
  isHost: fc.boolean(),
  liveZone: fc.option(zones),
  deviceZone: zones,
  attendsLive: fc.boolean(),
});

describe('a session of the host’s team', () => {
  const ofHost = facts.map((one) => ({ ...one, isHost: true }));

  it('ends at 04:00: of the venue while their edition is live, else of the device', () => {
    fc.assert(
      fc.property(ofHost, (one) => {
        const end = sessionEnd(one) ?? '';
        expect(wallTime(end, one.liveZone ?? one.deviceZone)).toMatch(/T04:00$/);
      }),
    );
  });

  it('lasts an hour at least and a day at most, with an hour more where the clocks change', () => {
    fc.assert(
      fc.property(ofHost, (one) => {
        const length = epochMs(sessionEnd(one) ?? '') - epochMs(one.openedAt);
        expect(length).toBeGreaterThanOrEqual(hour);
        expect(length).toBeLessThanOrEqual(26 * hour);
      }),
    );
  });

  it('that began at 03:30 is of the day that begins', () => {
    const one = { isHost: true, liveZone: 'Asia/Seoul', deviceZone: 'Europe/Brussels', attendsLive: false };
    expect(sessionEnd({ ...one, openedAt: '2027-05-11T18:30:00Z' })).toBe('2027-05-12T19:00:00Z');
    expect(sessionEnd({ ...one, openedAt: '2027-05-11T17:30:00Z' })).toBe('2027-05-11T19:00:00Z');
  });
});

describe('a session of anybody else', () => {
  const ofOther = facts.map((one) => ({ ...one, isHost: false }));

  it('does not end by age while they take part in an edition that is live, and else after 30 days', () => {
    fc.assert(
      fc.property(ofOther, (one) => {
        const end = sessionEnd(one);
        if (one.attendsLive) expect(end).toBeNull();
        else expect(epochMs(end ?? '') - epochMs(one.openedAt)).toBe(sessionDays * 24 * hour);
      }),
    );
  });
});
