import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addMinutes } from '../time/instant.ts';
import { nowAndNext, whereNext } from './now-next.ts';
import { type ProgrammeSession } from './session.ts';

const at = (minute: number) => addMinutes('2027-05-12T00:00:00Z', minute);
const session = (
  id: string,
  from: number,
  roomId: string | null = 'hall',
  minutes = 30,
): ProgrammeSession => ({
  id,
  version: 1,
  title: id,
  start: at(from),
  minutes,
  roomId,
  trackId: null,
  kind: 'panel',
  state: 'scheduled',
  audience: 'public',
  speakerIds: [],
});
const ids = (sessions: readonly ProgrammeSession[]) => sessions.map(({ id }) => id);

describe('now and next', () => {
  const sessions = [
    session('later', 60),
    session('next', 30),
    session('now', 0),
    session('long', -60, 'annex', 90),
    session('party', 45, null),
    session('walk', 50, null),
    session('far', 500, 'annex'),
    { ...session('dropped', 0, 'annex'), state: 'cancelled' as const },
  ];

  it('are what runs, and the next in each room', () => {
    const { now, next } = nowAndNext(sessions, at(0));
    expect(ids(now)).toEqual(['long', 'now']);
    expect(ids(next)).toEqual(['next', 'party', 'walk']);
  });

  it('look as far ahead as asked', () => {
    expect(ids(nowAndNext(sessions, at(0), 30).next)).toEqual(['next']);
    expect(ids(nowAndNext(sessions, at(0), 500).next)).toEqual(['next', 'party', 'walk', 'far']);
  });

  it('leave a session the moment it ends', () => {
    expect(ids(nowAndNext(sessions, at(29)).now)).toEqual(['long', 'now']);
    expect(ids(nowAndNext(sessions, at(30)).now)).toEqual(['next']);
  });

  it('never show a session twice, nor two next ones of a room', () => {
    const many = fc
      .array(fc.tuple(fc.nat(200), fc.constantFrom('hall', 'annex', null)), { maxLength: 15 })
      .map((list) => list.map(([from, roomId], index) => session(`s${index}`, from, roomId)));
    fc.assert(
      fc.property(many, fc.nat(250), (list, minute) => {
        const { now, next } = nowAndNext(list, at(minute));
        const shown = ids([...now, ...next]);
        expect(new Set(shown).size).toBe(shown.length);
        const rooms = next.flatMap(({ roomId }) => roomId ?? []);
        expect(new Set(rooms).size).toBe(rooms.length);
      }),
    );
  });
});

describe('where I must be next', () => {
  const agenda = [
    { what: 'meeting', start: at(30), end: at(50) },
    { what: 'short', start: at(30), end: at(40) },
    { what: 'past', start: at(0), end: at(60) },
  ];

  it('is the soonest item that has not begun, in whole minutes rounded up', () => {
    expect(whereNext(agenda, addMinutes(at(20), 0.5))).toEqual({ item: agenda[1], minutes: 10 });
    expect(whereNext(agenda, at(0))?.minutes).toBe(30);
  });

  it('is nowhere when nothing follows', () => {
    expect(whereNext(agenda, at(30))).toBeNull();
    expect(whereNext([], at(0))).toBeNull();
  });
});
