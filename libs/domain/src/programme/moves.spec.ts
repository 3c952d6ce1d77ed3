import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addMinutes, minutesBetween } from '../time/instant.ts';
import { clashesCausedBy } from './clashes.ts';
import { cancelSession, changeRoom, delaySession, moveSession, reinstateSession } from './moves.ts';
import type { ProgrammeSession } from './session.ts';

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

describe('what follows a delayed session only as far as needed', () => {
  const asNeeded = { shiftFollowing: true, onlyAsNeeded: true, until: at(1440) };
  const starts = (sessions: readonly ProgrammeSession[]) =>
    Object.fromEntries(sessions.map(({ id, start }) => [id, minutesBetween(at(0), start)]));

  it('takes its time from the breaks before it, and what has none stays where it is', () => {
    const dinner = session('dinner', 90);
    const market = session('market', 125);
    const programme = [opening, panel, dinner, market];
    const delayed = (minutes: number) => starts(delaySession(programme, 'opening', { ...asNeeded, minutes }));
    expect(delayed(10)).toEqual({ opening: 10, panel: 40 });
    expect(delayed(30)).toEqual({ opening: 30, panel: 60 });
    expect(delayed(35)).toEqual({ opening: 35, panel: 65, dinner: 95 });
    expect(delayed(50)).toEqual({ opening: 50, panel: 80, dinner: 110, market: 140 });
  });

  it('shifts nothing further than the delay, keeps the order, and makes no overlap that was not there', () => {
    const gaps = fc.array(
      fc.record({ gap: fc.integer({ min: 0, max: 60 }), minutes: fc.integer({ min: 5, max: 90 }) }),
      {
        minLength: 1,
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(gaps, fc.integer({ min: 1, max: 120 }), (given, minutes) => {
        let from = 0;
        const row = given.map((one, i) => {
          const each = session(`s${i}`, from + one.gap, { minutes: one.minutes });
          from += one.gap + one.minutes;
          return each;
        });
        const asked = { minutes, shiftFollowing: true, until: at(100_000) };
        const changed = delaySession(row, 's0', { ...asked, onlyAsNeeded: true });
        const after = row.map((one) => changed.find(({ id }) => id === one.id) ?? one);
        const shifts = after.map((one, i) => minutesBetween(row[i]!.start, one.start));
        expect(shifts[0]).toBe(minutes);
        expect(shifts).toEqual([...shifts].sort((a, b) => b - a));
        expect(changed).toHaveLength(shifts.filter((shift) => shift > 0).length);
        for (const [i, one] of after.slice(1).entries())
          expect(minutesBetween(after[i]!.start, one.start)).toBeGreaterThanOrEqual(after[i]!.minutes);
        const all = delaySession(row, 's0', asked);
        expect(all.map(({ id }) => id)).toEqual(row.map(({ id }) => id));
      }),
    );
  });
});
