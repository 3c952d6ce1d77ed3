import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addMinutes } from '../../time/instant.ts';
import type { Interval } from '../../time/interval.ts';
import { type AcceptFacts, decideAccept, decideMove, type MeetingOfSides } from './decide-agreed.ts';

const at = (minute: number) => addMinutes('2027-05-12T00:00:00Z', minute);
const span = (from: number, to: number): Interval => ({ start: at(from), end: at(to) });
const slot = span(60, 90);

const meeting: MeetingOfSides & { topic: string } = {
  id: '019500000000000000000001',
  topic: 'Sensors',
  state: 'requested',
  turn: 'to',
  suggested: [slot.start],
  slot: null,
  expiresAt: at(50),
  interpreterId: null,
  people: [
    { delegateId: 'kim', side: 'from', available: null },
    { delegateId: 'han', side: 'from', available: null },
    { delegateId: 'dupont', side: 'to', available: null },
  ],
};
const facts: AcceptFacts<typeof meeting> = {
  meeting,
  start: slot.start,
  options: [
    {
      slot,
      halls: [
        {
          ...{ openings: [span(0, 300)], closures: [], slotMinutes: 30, changeoverMinutes: 0 },
          tables: [{ id: 'table', capacity: 4 }],
        },
      ],
      taken: [],
      interpreter: null,
    },
  ],
  tableId: null,
  now: at(0),
  by: 'to',
  mayMeet: true,
  topic: { entries: [], nationalities: ['KR', 'FR'], host: 'KR' },
  releases: [],
  law: { packs: [], day: '2027-05-12' },
};

const withTaken = (taken: readonly string[]) => facts.options.map((option) => ({ ...option, taken }));
const codeOf = (decide: () => unknown) => {
  try {
    return decide();
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a proposal that is accepted', () => {
  it('makes the meeting an accepted one, and changes nothing else of it', () => {
    const decision = decideAccept(facts);
    expect(decision).toMatchObject({ kind: 'booked', places: [{ slot, tables: ['table'] }] });
    const after = decision.kind === 'booked' && decision.meeting;
    expect({ ...after, slot: null }).toEqual({
      ...meeting,
      ...{ state: 'accepted', turn: null, suggested: [], expiresAt: null },
    });
  });

  it('is refused to the side that proposed, at another time, and after it has lapsed', () => {
    expect(codeOf(() => decideAccept({ ...facts, by: 'from' }))).toBe('meeting.transition');
    expect(codeOf(() => decideAccept({ ...facts, start: at(90) }))).toBe('meeting.transition');
    expect(codeOf(() => decideAccept({ ...facts, now: at(55) }))).toBe('meeting.transition');
  });

  it('is refused while its topic waits for a release, whatever else is free', () => {
    const topic = { ...facts.topic, entries: ['ML3'] };
    expect(codeOf(() => decideAccept({ ...facts, topic }))).toMatch(/^export\./);
    expect(codeOf(() => decideAccept({ ...facts, topic, options: [] }))).toMatch(/^export\./);
  });

  it('of firms that must not meet is answered as if the other side had a full calendar', () => {
    const people = meeting.people.map(({ delegateId }) => delegateId);
    fc.assert(
      fc.property(fc.subarray(people), fc.constantFrom(...(['from', 'to'] as const)), (taken, by) => {
        const answered = { ...facts, by, meeting: { ...meeting, turn: by } };
        const others = meeting.people.filter(({ side }) => side !== by).map(({ delegateId }) => delegateId);
        const barred = decideAccept({ ...answered, mayMeet: false, options: withTaken(taken) });
        const full = decideAccept({ ...answered, options: withTaken([...taken, ...others]) });
        expect(barred).toEqual(full);
        expect(barred.kind).toBe('refused');
      }),
    );
  });
});

describe('an accepted meeting that the help desk moves', () => {
  const accepted = { ...meeting, state: 'accepted' as const, turn: null, suggested: [], slot: span(30, 60) };

  it('stands in the new slot', () => {
    const decision = decideMove({ ...facts, meeting: accepted });
    expect(decision.kind === 'booked' && decision.meeting.slot).toEqual(slot);
  });

  it('stays where it is when somebody is taken', () => {
    expect(decideMove({ ...facts, meeting: accepted, options: withTaken(['han']) })).toEqual({
      kind: 'refused',
      slot,
      hindrances: [{ code: 'person-busy', participantId: 'han' }],
    });
  });

  it('must be accepted still', () => {
    expect(codeOf(() => decideMove({ ...facts, meeting: { ...accepted, state: 'cancelled' } }))).toBe(
      'meeting.transition',
    );
  });
});
