import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { meetingParties, meetingStates } from '../meetings/meeting-state.ts';
import { newlyAwaited, type AwaitingMeeting } from './awaited.ts';
import { gateOf, type Release } from './gate.ts';
import { knownHostLaw } from './host-law.ts';

const law = { packs: knownHostLaw, day: '2027-05-12' };
const releaseOf = (side: 'from' | 'to', ...nationalities: string[]): Release => ({
  side,
  officerId: side,
  awaitsSecond: false,
  at: '2027-05-12T01:00:00Z',
  entries: ['ML3'],
  nationalities,
});
const both = [releaseOf('from', 'BE', 'KR'), releaseOf('to', 'BE', 'KR')];
const meeting = (change: Partial<AwaitingMeeting> = {}, ...nationalities: string[]): AwaitingMeeting => ({
  state: 'requested',
  topic: {
    entries: ['ML3'],
    nationalities: nationalities.length > 0 ? nationalities : ['KR', 'BE'],
    host: 'KR',
  },
  releases: [],
  ...change,
});

describe('a listed topic', () => {
  it('is awaited from both sides when it is asked for, and from nobody anew while they decide', () => {
    expect(newlyAwaited(null, meeting(), law)).toEqual([
      { side: 'from', lapsed: false },
      { side: 'to', lapsed: false },
    ]);
    expect(newlyAwaited(meeting(), meeting({ releases: both.slice(0, 1) }), law)).toEqual([]);
    expect(newlyAwaited(meeting(), meeting({}, 'KR', 'FR'), law)).toEqual([]);
  });

  it('is awaited anew from those whose release has lapsed, and from no other', () => {
    const agreed = meeting({ state: 'accepted', releases: both });
    expect(newlyAwaited(agreed, meeting(agreed), law)).toEqual([]);
    const other = { ...agreed, topic: meeting({}, 'KR', 'US').topic };
    expect(newlyAwaited(agreed, other, law)).toEqual([
      { side: 'from', lapsed: true },
      { side: 'to', lapsed: true },
    ]);
    const half = { ...agreed, releases: both.slice(0, 1) };
    expect(newlyAwaited(half, { ...other, releases: half.releases }, law)).toEqual([
      { side: 'from', lapsed: true },
    ]);
  });

  it('is awaited from nobody without an entry, or once the meeting is off', () => {
    const free = meeting({ topic: { entries: [], nationalities: ['KR', 'BE'], host: 'KR' } });
    expect(newlyAwaited(null, free, law)).toEqual([]);
    const agreed = meeting({ state: 'accepted', releases: both });
    expect(newlyAwaited(agreed, meeting({ state: 'cancelled' }), law)).toEqual([]);
  });
});

describe('a period of waiting', () => {
  const country = fc.constantFrom('KR', 'BE', 'FR', null);
  const anyMeeting: fc.Arbitrary<AwaitingMeeting> = fc.record({
    state: fc.constantFrom(...meetingStates),
    topic: fc.record({
      entries: fc.subarray(['ML3', 'DU5']),
      nationalities: fc.array(country, { minLength: 1, maxLength: 3 }),
      host: fc.constant('KR'),
    }),
    releases: fc.subarray(both),
  });

  it('begins at most once until it has ended, whatever happens between', () => {
    fc.assert(
      fc.property(fc.array(anyMeeting, { minLength: 1, maxLength: 8 }), (steps) => {
        for (const side of meetingParties) {
          const waits = steps.map(
            ({ state, topic, releases }) =>
              ['requested', 'accepted'].includes(state) &&
              gateOf(topic, releases, law).waitingFor.includes(side),
          );
          const told = steps.map((step, n) =>
            newlyAwaited(steps[n - 1] ?? null, step, law).some((one) => one.side === side),
          );
          expect(told).toEqual(waits.map((is, n) => is && !waits[n - 1]));
        }
      }),
    );
  });
});
