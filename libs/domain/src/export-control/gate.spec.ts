import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { gateOf, standingReleases, type ControlledTopic } from './gate.ts';
import { knownHostLaw, type HostRule } from './host-law.ts';
import { confirmRelease, releaseTopic, requireReleased } from './release.ts';

const law = { packs: knownHostLaw, day: '2027-05-12', now: '2027-05-12T01:00:00Z' };
const topic: ControlledTopic = { entries: ['ML3'], nationalities: ['KR', 'BE', 'KR'], host: 'KR' };
const officer = (side: 'from' | 'to', id: string = side) => ({ id, side, entitled: true, alone: false });
const released = (of: ControlledTopic = topic) =>
  releaseTopic(of, releaseTopic(of, [], officer('from'), law), officer('to'), law);
const refused = (code: string) => expect.objectContaining({ code });

describe('a topic that carries a list entry and crosses a border', () => {
  it('waits for both sides, then for one, then for none', () => {
    const first = releaseTopic(topic, [], officer('from'), law);
    const waits = [[], first, released()].map((releases) => gateOf(topic, releases, law).waitingFor);
    expect(waits).toEqual([['from', 'to'], ['to'], []]);
    expect(() => requireReleased(topic, first, law)).toThrow(refused('export.not_released'));
    expect(() => requireReleased(topic, released(), law)).not.toThrow();
  });

  it('waits for good once somebody else was to come, also when they stay away after all', () => {
    const changed = standingReleases({ ...topic, nationalities: ['KR', 'BE', 'US'] }, released());
    expect(gateOf(topic, changed, law).waitingFor).toEqual(['from', 'to']);
    expect(standingReleases({ ...topic, nationalities: ['BE', 'KR'] }, released())).toEqual(released());
  });

  it('waits when the nationalities are not those of the release', () => {
    const stateWith = (...nationalities: (string | null)[]) =>
      gateOf({ ...topic, nationalities }, released(), law).state;
    expect([
      stateWith('BE', 'KR'),
      stateWith('BE', 'KR', 'US'),
      stateWith('BE', 'FR'),
      stateWith('BE', 'KR', null),
    ]).toEqual(['released', 'waiting', 'waiting', 'waiting']);
  });

  it('waits again when an entry is added', () => {
    expect(gateOf({ ...topic, entries: ['ML3', 'DU6'] }, released(), law).state).toBe('waiting');
  });

  it('is released only by an officer whom the side has named, and by nobody for both', () => {
    expect(() => releaseTopic(topic, [], { ...officer('from'), entitled: false }, law)).toThrow(
      refused('export.not_entitled'),
    );
    const one = releaseTopic(topic, [], officer('from', 'kim'), law);
    expect(() => releaseTopic(topic, one, officer('to', 'kim'), law)).toThrow(refused('export.not_entitled'));
  });

  it('waits for a second person when the officer moved the meeting or is alone, whoever else has released', () => {
    const alone = releaseTopic(topic, [], { ...officer('from'), alone: true }, law);
    const both = releaseTopic(topic, alone, officer('to'), law);
    expect(gateOf(topic, both, law).waitingFor).toEqual(['from']);
    expect(() => requireReleased(topic, both, law)).toThrow(/second person confirms the release of: from/);
    const second = { side: 'from' as const, entitled: true };
    expect(() => confirmRelease(both, { ...second, id: 'from' })).toThrow(refused('export.not_entitled'));
    expect(() => confirmRelease(both, { ...second, id: 'lee', entitled: false })).toThrow(
      refused('export.not_entitled'),
    );
    expect(() => confirmRelease([], { ...second, id: 'lee' })).toThrow(refused('meeting.transition'));
    const confirmed = confirmRelease(both, { ...second, id: 'lee' });
    expect(gateOf(topic, confirmed, law).state).toBe('released');
    expect(gateOf(topic, confirmRelease(both, { ...second, id: null }), law).state).toBe('released');
  });

  it('is not released while somebody is of unknown nationality', () => {
    const unknown = { ...topic, nationalities: ['KR', null] };
    expect(() => releaseTopic(unknown, [], officer('from'), law)).toThrow(refused('export.not_released'));
  });
});

describe('a topic', () => {
  it('without a list entry, or among people of the host country, needs nothing', () => {
    expect(gateOf({ ...topic, entries: [] }, [], law).state).toBe('free');
    expect(gateOf({ ...topic, nationalities: ['KR', 'KR'] }, [], law).state).toBe('free');
    expect(gateOf({ ...topic, nationalities: ['BE', 'BE'] }, [], law).state).toBe('waiting');
  });

  it('is judged by the law of the host, as data', () => {
    const sensors = { entries: ['DU6'], nationalities: ['FR', 'BE'] };
    const state = (host: string, packs = knownHostLaw) =>
      gateOf({ ...sensors, host }, [], { ...law, packs }).state;
    expect([state('BE'), state('JP'), state('XX')]).toEqual(['free', 'waiting', 'waiting']);
    expect(gateOf({ ...sensors, host: 'BE', nationalities: ['FR', 'KR'] }, [], law).rule?.id).toBe(
      'be.technical-assistance',
    );
    expect(gateOf({ ...sensors, host: 'BE', entries: ['ML5'] }, [], law).rule?.id).toBe('be.military');
  });

  it('that the host forbids is not released by anybody', () => {
    const forbidding: HostRule = {
      id: 'jp.forbidden',
      act: 'A new law',
      article: '1',
      verified: false,
      entries: ['ML7'],
      among: null,
      involving: ['FR'],
      effect: 'forbid',
      says: 'Not here.',
    };
    const packs = [{ country: 'JP', from: '2027-01-01', to: '2028-01-01', rules: [forbidding] }];
    const agents: ControlledTopic = { entries: ['ML7'], nationalities: ['FR', 'JP'], host: 'JP' };
    const on = (day: string) => ({ ...law, packs, day });
    expect(gateOf(agents, [], on('2027-05-12')).state).toBe('forbidden');
    expect(gateOf(agents, [], on('2028-01-01')).state).toBe('waiting');
    expect(gateOf({ ...agents, nationalities: ['KR'] }, [], on('2027-05-12')).state).toBe('waiting');
    for (const attempt of [
      () => releaseTopic(agents, [], officer('from'), on('2027-05-12')),
      () => requireReleased(agents, [], on('2027-05-12')),
    ]) {
      expect(attempt).toThrow(refused('export.not_released'));
    }
  });

  it('is through only when free, or released by both for exactly this', () => {
    const country = fc.constantFrom('KR', 'BE', 'FR', null);
    const anyTopic = fc.record({
      entries: fc.subarray(['ML3', 'DU5', 'DU6']),
      nationalities: fc.array(country, { minLength: 1, maxLength: 4 }),
      host: fc.constantFrom('KR', 'JP'),
    });
    fc.assert(
      fc.property(anyTopic, anyTopic, (then, now) => {
        fc.pre(!then.nationalities.includes(null));
        const gate = gateOf(now, released(then), law);
        const same =
          JSON.stringify([...new Set(then.nationalities)].sort()) ===
          JSON.stringify([...new Set(now.nationalities)].sort());
        if (gate.state === 'released') {
          expect(same && now.entries.every((entry) => then.entries.includes(entry))).toBe(true);
        }
        if (gate.state === 'free') {
          expect(now.entries.length === 0 || now.nationalities.every((one) => one === now.host)).toBe(true);
        }
      }),
    );
  });
});
