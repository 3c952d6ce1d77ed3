import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addMinutes, minutesBetween } from '../time/instant.ts';
import { clashesCausedBy } from './clashes.ts';
import { cancelSession, changeRoom, delaySession, moveSession, reinstateSession } from './moves.ts';
import { type ProgrammeSession } from './session.ts';

const at = (minute: number) => addMinutes('2027-05-12T00:00:00Z', minute);
const session = (id: string, from: number, change: Partial<ProgrammeSession> = {}): ProgrammeSession => ({
  id,
  version: 3,
  title: id,
  start: at(from),
  minutes: 30,
  roomId: 'hall',
  trackId: null,
  kind: 'panel',
  state: 'scheduled',
  audience: 'public',
  speakerIds: [],
  ...change,
});
const opening = session('opening', 0);
const panel = session('panel', 30);
const evening = session('evening', 600);
const elsewhere = session('elsewhere', 30, { roomId: 'annex' });
const dropped = session('dropped', 70, { state: 'cancelled' });
const tomorrow = session('tomorrow', 1440);
const day = [tomorrow, evening, dropped, elsewhere, panel, opening];

describe('a scheduled session', () => {
  it('moves to another time, and to another room when one is given', () => {
    expect(moveSession(day, 'panel', { start: at(90) })).toEqual([{ ...panel, start: at(90) }]);
    expect(moveSession(day, 'panel', { start: at(90), roomId: 'annex' })).toEqual([
      { ...panel, start: at(90), roomId: 'annex' },
    ]);
    expect(moveSession(day, 'panel', { start: at(30), roomId: null })).toEqual([{ ...panel, roomId: null }]);
  });

  it('does not change by moving to where it is', () => {
    expect(moveSession(day, 'panel', { start: '2027-05-12T00:30:00.000Z' })).toEqual([]);
    expect(changeRoom(day, 'panel', 'hall')).toEqual([]);
  });

  it('changes its room and nothing else', () => {
    expect(changeRoom(day, 'panel', 'annex')).toEqual([{ ...panel, roomId: 'annex' }]);
  });

  it('is cancelled in its place, and reinstated there', () => {
    const cancelled = cancelSession(day, 'panel');
    expect(cancelled).toEqual([{ ...panel, state: 'cancelled' }]);
    expect(reinstateSession(cancelled, 'panel')).toEqual([panel]);
  });

  it('is not reinstated', () => {
    expect(() => reinstateSession(day, 'panel')).toThrow(
      expect.objectContaining({
        code: 'session.transition',
        details: expect.objectContaining({ step: 'reinstate' }),
      }),
    );
  });
});

describe('a cancelled session', () => {
  const delay = { minutes: 10, shiftFollowing: true, until: at(1440) };
  it.each([
    ['move', () => moveSession(day, 'dropped', { start: at(0) })],
    ['delay', () => delaySession(day, 'dropped', delay)],
    ['change-room', () => changeRoom(day, 'dropped', 'annex')],
    ['cancel', () => cancelSession(day, 'dropped')],
  ])('allows no "%s"', (step, move) => {
    expect(move).toThrow(
      expect.objectContaining({
        code: 'session.transition',
        details: { sessionId: 'dropped', state: 'cancelled', step },
      }),
    );
  });
});

describe('an unknown session', () => {
  it('is not found', () => {
    expect(() => cancelSession(day, 'nowhere')).toThrow(
      expect.objectContaining({ code: 'not_found', details: { sessionId: 'nowhere' } }),
    );
  });
});

describe('a delay', () => {
  it('shifts what follows in the room that day, and neither other rooms, cancelled sessions nor the next day', () => {
    const changed = delaySession(day, 'opening', { minutes: 10, shiftFollowing: true, until: at(1440) });
    expect(changed).toEqual([
      { ...opening, start: at(10) },
      { ...panel, start: at(40) },
      { ...evening, start: at(610) },
    ]);
  });

  it('leaves what follows alone when not asked, or when the session has no room', () => {
    const alone = { minutes: 10, shiftFollowing: false, until: at(1440) };
    expect(delaySession(day, 'opening', alone)).toEqual([{ ...opening, start: at(10) }]);
    const nowhere = { ...opening, roomId: null };
    expect(
      delaySession([nowhere, { ...panel, roomId: null }], 'opening', { ...alone, shiftFollowing: true }),
    ).toEqual([{ ...nowhere, start: at(10) }]);
  });

  it.each([0, -5, 2.5, NaN])('of %p minutes is refused', (minutes) => {
    expect(() => delaySession(day, 'opening', { minutes, shiftFollowing: false, until: at(1440) })).toThrow(
      expect.objectContaining({ code: 'request.invalid' }),
    );
  });

  it('that shifts all that follows keeps every break, and makes no new clash in the room', () => {
    const starts = fc.uniqueArray(fc.nat(40), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(starts, fc.nat(), fc.integer({ min: 1, max: 90 }), (slots, pick, minutes) => {
        const sessions = slots.map((slot) => session(`s${slot}`, slot * 30));
        const first = `s${slots[pick % slots.length]}`;
        const changed = delaySession(sessions, first, { minutes, shiftFollowing: true, until: at(2000) });
        expect(clashesCausedBy(sessions, changed)).toEqual([]);
        for (const after of changed) {
          const before = sessions.find(({ id }) => id === after.id);
          expect(minutesBetween(before?.start ?? '', after.start)).toBe(minutes);
          expect(after.version).toBe(before?.version);
        }
      }),
    );
  });
});
