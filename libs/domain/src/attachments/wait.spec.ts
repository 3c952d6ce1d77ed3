import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { gateOf, isThrough, nationalitySet, type Release } from '../export-control/gate.ts';
import { knownHostLaw, type HostLawPack } from '../export-control/host-law.ts';
import { requireReleased } from '../export-control/release.ts';
import { meetingStates } from '../meetings/meeting-state.ts';
import { attachmentWait } from './wait.ts';

const law = { packs: knownHostLaw, day: '2027-05-12' };
const topic = { entries: ['ML3'], nationalities: ['KR', 'BE'], host: 'KR' };
const releasedFor = (...nationalities: string[]): Release[] =>
  (['from', 'to'] as const).map((side) => ({
    side,
    officerId: side,
    awaitsSecond: false,
    at: '2027-05-12T01:00:00Z',
    entries: ['ML3'],
    nationalities,
  }));
const agreed = { state: 'accepted', topic, releases: releasedFor('BE', 'KR') } as const;

describe('attachments of a listed topic', () => {
  it('wait for the agreement, then for the release, and open when both are there', () => {
    expect(attachmentWait({ ...agreed, state: 'requested' }, law, 'BE')).toBe('agreement');
    expect(attachmentWait({ ...agreed, releases: [] }, law, 'BE')).toBe('release');
    expect(attachmentWait({ ...agreed, releases: agreed.releases.slice(1) }, law, 'BE')).toBe('release');
    expect(attachmentWait(agreed, law, 'BE')).toBeNull();
    expect(attachmentWait(agreed, law)).toBeNull();
  });

  it('wait again when the release has lapsed', () => {
    const swapped = { ...agreed, topic: { ...topic, nationalities: ['KR', 'US'] } };
    expect(attachmentWait(swapped, law, 'KR')).toBe('release');
  });

  it('stay closed to a reader of a nationality that they were not released for', () => {
    expect([attachmentWait(agreed, law, 'US'), attachmentWait(agreed, law, null)]).toEqual([
      'nationality',
      'nationality',
    ]);
    const athome = { ...agreed, topic: { ...topic, nationalities: ['KR'] }, releases: [] };
    expect([attachmentWait(athome, law, 'KR'), attachmentWait(athome, law, 'BE')]).toEqual([
      null,
      'nationality',
    ]);
  });

  it('are never opened where the host forbids the topic', () => {
    const forbid: HostLawPack = {
      ...{ country: 'KR', from: '2027-01-01', to: null },
      rules: [{ ...knownHostLaw[0]!.rules[0]!, entries: ['ML3'], effect: 'forbid' }],
    };
    expect(attachmentWait(agreed, { ...law, packs: [forbid] }, 'KR')).toBe('forbidden');
  });
});

describe('attachments', () => {
  it('of a topic without entries are open to whoever is a party, once agreed', () => {
    const free = { ...agreed, topic: { ...topic, entries: [] }, releases: [] };
    expect([attachmentWait(free, law, 'US'), attachmentWait(free, law, null)]).toEqual([null, null]);
  });

  it('open exactly when the meeting is agreed and could be accepted with the reader in it', () => {
    const country = fc.constantFrom('KR', 'BE', 'US', null);
    const any = fc.record({
      state: fc.constantFrom(...meetingStates),
      topic: fc.record({
        entries: fc.subarray(['ML3', 'DU5']),
        nationalities: fc.array(country, { minLength: 1, maxLength: 3 }),
        host: fc.constantFrom('KR', 'BE'),
      }),
      releases: fc.subarray([...releasedFor('BE', 'KR'), ...releasedFor('KR')]),
    });
    fc.assert(
      fc.property(any, country, (meeting, reader) => {
        const open = attachmentWait(meeting, law, reader) === null;
        const mayAccept = (nationalities: (string | null)[]) => {
          try {
            requireReleased({ ...meeting.topic, nationalities }, meeting.releases, law);
            return true;
          } catch {
            return false;
          }
        };
        const { nationalities, entries } = meeting.topic;
        expect(open).toBe(
          meeting.state === 'accepted' && mayAccept(nationalities) && mayAccept([...nationalities, reader]),
        );
        const released = gateOf(meeting.topic, meeting.releases, law).state === 'released';
        if (open && released) expect(nationalitySet(meeting.topic)).toContain(reader);
        if (open && entries.length > 0) {
          expect(isThrough(gateOf(meeting.topic, meeting.releases, law))).toBe(true);
        }
      }),
    );
  });
});
