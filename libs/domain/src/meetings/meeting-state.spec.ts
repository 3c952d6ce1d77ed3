import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addMinutes } from '../time/instant.ts';
import type { Interval } from '../time/interval.ts';
import {
  acceptMeeting,
  cancelMeeting,
  declineMeeting,
  expireMeeting,
  hasLapsed,
  hasOpenProposal,
  meetingParties,
  otherParty,
  proposeTimes,
  requestMeeting,
  rescheduleMeeting,
  withdrawMeeting,
  type MeetingCore,
  type MeetingParty,
} from './meeting-state.ts';

const at = (minute: number) => addMinutes('2027-05-12T00:00:00Z', minute);
const slotFrom = (start: string): Interval => ({ start, end: addMinutes(start, 30) });
const slot = (from: number) => slotFrom(at(from));
const parties = { fromId: 'hanwha', toId: 'thales' };
const proposal = { suggested: [at(60), at(120)], expiresAt: at(100) };
const now = at(0);

const requested = requestMeeting(parties, proposal, now);
const accepted = acceptMeeting(requested, 'to', slot(120), now);
const moving = proposeTimes(accepted, 'from', { suggested: [at(200)], expiresAt: at(150) }, now);
const refusal = expect.objectContaining({ code: 'meeting.transition' });

describe('a requested meeting', () => {
  it('waits for the answer of the other side and has no time yet', () => {
    expect(requested).toEqual({
      state: 'requested',
      turn: 'to',
      suggested: proposal.suggested,
      slot: null,
      expiresAt: at(100),
    });
  });

  it('is accepted by the other side at one of the suggested times', () => {
    expect(accepted).toEqual({
      state: 'accepted',
      turn: null,
      suggested: [],
      slot: slot(120),
      expiresAt: null,
    });
  });

  it('keeps whatever else is known of it', () => {
    expect(acceptMeeting({ ...requested, topic: 'Radar' }, 'to', slot(60), now).topic).toBe('Radar');
  });

  it('cannot be accepted by who asked, at another time, after its slot has begun, or once it has lapsed', () => {
    expect(() => acceptMeeting(requested, 'from', slot(60), now)).toThrow(refusal);
    expect(() => acceptMeeting(requested, 'to', slot(90), now)).toThrow('not among the suggested times');
    expect(() => acceptMeeting(requested, 'to', slot(60), at(60))).toThrow('already begun');
    expect(() => acceptMeeting(requested, 'to', slot(120), at(100))).toThrow('lapsed');
  });

  it('takes as long as the slot that is booked from a suggested start on', () => {
    const short = { start: at(60), end: at(70) };
    expect(acceptMeeting(requested, 'to', short, now).slot).toEqual(short);
  });

  it('is declined by the other side, and withdrawn by who asked', () => {
    expect(declineMeeting(requested, 'to').state).toBe('declined');
    expect(withdrawMeeting(requested, 'from').state).toBe('withdrawn');
    expect(() => declineMeeting(requested, 'from')).toThrow(refusal);
    expect(() => withdrawMeeting(requested, 'to')).toThrow(refusal);
  });

  it('turns round when the other side proposes other times, which replace the first', () => {
    const counter = proposeTimes(requested, 'to', { suggested: [at(90)], expiresAt: at(80) }, now);
    expect(counter).toEqual({ ...requested, turn: 'from', suggested: [at(90)], expiresAt: at(80) });
    expect(acceptMeeting(counter, 'from', slot(90), now).slot).toEqual(slot(90));
    expect(() => acceptMeeting(counter, 'from', slot(60), now)).toThrow(refusal);
    expect(withdrawMeeting(counter, 'to').state).toBe('withdrawn');
    expect(() => proposeTimes(counter, 'to', proposal, now)).toThrow(refusal);
  });

  it('expires when its time is up, or when all suggested times have begun', () => {
    expect(() => expireMeeting(requested, at(99))).toThrow(refusal);
    expect(expireMeeting(requested, at(100)).state).toBe('expired');
    const patient = { ...requested, expiresAt: at(1000) };
    expect(hasLapsed(patient, at(119))).toBe(false);
    expect(expireMeeting(patient, at(120)).state).toBe('expired');
  });

  it('can be neither cancelled nor moved', () => {
    expect(() => cancelMeeting(requested, now)).toThrow(refusal);
    expect(() => rescheduleMeeting(requested, slot(60), now)).toThrow(refusal);
  });
});

describe('a request', () => {
  it('names another party', () => {
    expect(() => requestMeeting({ fromId: 'thales', toId: 'thales' }, proposal, now)).toThrow(
      expect.objectContaining({ code: 'meeting.own_firm', details: { party: 'thales' } }),
    );
  });

  it('suggests at least one time, and none that has begun', () => {
    expect(() => requestMeeting(parties, { ...proposal, suggested: [] }, now)).toThrow(
      expect.objectContaining({ code: 'request.invalid', details: { field: 'suggested', begun: [] } }),
    );
    expect(() => requestMeeting(parties, proposal, at(60))).toThrow(
      expect.objectContaining({ code: 'request.invalid', details: { field: 'suggested', begun: [at(60)] } }),
    );
  });
});

describe('an accepted meeting', () => {
  it('is cancelled, and remembers when it would have been, until it is over', () => {
    expect(cancelMeeting(accepted, at(149))).toEqual({ ...accepted, state: 'cancelled' });
    expect(() => cancelMeeting(accepted, at(150))).toThrow(refusal);
  });

  it('is moved at once by the help desk, until it is over', () => {
    expect(rescheduleMeeting(accepted, slot(300), now)).toEqual({ ...accepted, slot: slot(300) });
    expect(rescheduleMeeting(moving, slot(300), now)).toEqual({ ...accepted, slot: slot(300) });
    expect(() => rescheduleMeeting(accepted, slot(300), at(150))).toThrow(refusal);
    expect(() => rescheduleMeeting(accepted, slot(0), at(30))).toThrow('past');
  });

  it('keeps its time while the sides agree on another', () => {
    expect(moving).toMatchObject({ state: 'accepted', turn: 'to', slot: slot(120), suggested: [at(200)] });
    expect(acceptMeeting(moving, 'to', slot(200), now)).toEqual({ ...accepted, slot: slot(200) });
    expect(declineMeeting(moving, 'to')).toEqual(accepted);
    expect(withdrawMeeting(moving, 'from')).toEqual(accepted);
    expect(expireMeeting(moving, at(150))).toEqual(accepted);
  });

  it('is not proposed to move by a side whose proposal is open, or once it is over', () => {
    const other = { suggested: [at(400)], expiresAt: at(300) };
    expect(() => proposeTimes(moving, 'from', other, now)).toThrow(refusal);
    expect(proposeTimes(moving, 'to', other, now)).toMatchObject({ turn: 'from', suggested: [at(400)] });
    expect(() => proposeTimes(accepted, 'to', other, at(150))).toThrow('ended');
  });

  it('waits for no answer, so none can be given', () => {
    expect(() => acceptMeeting(accepted, 'to', slot(120), now)).toThrow('nothing waits for an answer');
    expect(() => declineMeeting(accepted, 'to')).toThrow(refusal);
    expect(() => withdrawMeeting(accepted, 'from')).toThrow(refusal);
    expect(() => expireMeeting(accepted, at(5000))).toThrow(refusal);
  });
});

type Step = (meeting: MeetingCore, instant: string) => MeetingCore;
const party = fc.constantFrom<MeetingParty>(...meetingParties);
const minutes = fc.integer({ min: 0, max: 600 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(party, minutes).map(
    ([by, from]): Step =>
      (meeting, instant) =>
        acceptMeeting(meeting, by, slot(from), instant),
  ),
  fc.tuple(party, fc.nat()).map(
    ([by, pick]): Step =>
      (meeting, instant) =>
        acceptMeeting(
          meeting,
          by,
          slotFrom(meeting.suggested[pick % meeting.suggested.length] ?? at(0)),
          instant,
        ),
  ),
  party.map(
    (by): Step =>
      (meeting) =>
        declineMeeting(meeting, by),
  ),
  party.map(
    (by): Step =>
      (meeting) =>
        withdrawMeeting(meeting, by),
  ),
  fc.tuple(party, fc.array(minutes, { maxLength: 3 }), minutes).map(
    ([by, starts, expiry]): Step =>
      (meeting, instant) =>
        proposeTimes(meeting, by, { suggested: starts.map(at), expiresAt: at(expiry) }, instant),
  ),
  fc.constant<Step>(cancelMeeting),
  minutes.map(
    (from): Step =>
      (meeting, instant) =>
        rescheduleMeeting(meeting, slot(from), instant),
  ),
  fc.constant<Step>(expireMeeting),
);

/** A life of a meeting: steps at later and later times, refused ones leaving it as it was. */
const life = fc.array(fc.tuple(step, fc.nat(60)), { maxLength: 15 }).map((steps) => {
  let minute = 0;
  const states = [requested];
  for (const [take, later] of steps) {
    minute += later;
    const before = states.at(-1) ?? requested;
    try {
      states.push(take(before, at(minute)));
    } catch (error) {
      expect(['meeting.transition', 'request.invalid']).toContain((error as { code?: string }).code);
    }
  }
  return states;
});
const final = ['declined', 'withdrawn', 'cancelled', 'expired'];

describe('every meeting', () => {
  it('has a slot exactly once it was accepted, and an open proposal only while it can be answered', () => {
    fc.assert(
      fc.property(life, (states) => {
        for (const meeting of states) {
          expect(meeting.slot !== null).toBe(['accepted', 'cancelled'].includes(meeting.state));
          expect(hasOpenProposal(meeting)).toBe(meeting.suggested.length > 0);
          expect(hasOpenProposal(meeting)).toBe(meeting.expiresAt !== null);
          if (meeting.state === 'requested') expect(hasOpenProposal(meeting)).toBe(true);
          if (final.includes(meeting.state)) expect(hasOpenProposal(meeting)).toBe(false);
        }
      }),
    );
  });

  it('ends for good, and never goes back to being requested', () => {
    fc.assert(
      fc.property(life, (states) => {
        for (const [index, meeting] of states.entries()) {
          const next = states[index + 1];
          if (!next) continue;
          expect(final).not.toContain(meeting.state);
          if (meeting.state === 'accepted') expect(['accepted', 'cancelled']).toContain(next.state);
        }
      }),
    );
  });

  it('takes an answer from one side at most', () => {
    fc.assert(
      fc.property(life, (states) => {
        const meeting = states.at(-1) ?? requested;
        const able = meetingParties.filter((by) => {
          try {
            declineMeeting(meeting, by);
            return true;
          } catch {
            return false;
          }
        });
        expect(able).toEqual(meeting.turn === null ? [] : [meeting.turn]);
      }),
    );
  });

  it('is not changed by a step, but made anew', () => {
    const frozen = Object.freeze({ ...requested, suggested: Object.freeze([...requested.suggested]) });
    fc.assert(
      fc.property(step, (take) => {
        try {
          expect(take(frozen, now)).not.toBe(frozen);
        } catch (error) {
          expect(error).not.toBeInstanceOf(TypeError);
        }
      }),
    );
  });
});

describe('the sides of a meeting', () => {
  it('are each the other’s other', () => {
    expect(meetingParties.map(otherParty)).toEqual(['to', 'from']);
  });
});
