import type { Session } from '@forum/contract/programme/session';
import { describe, expect, it } from '@jest/globals';
import { chooseSessions, type SessionFilters } from './chosen-sessions.ts';

const none: SessionFilters = {
  ...{ q: '', day: '', track: '', room: '', at: '' },
  ...{ changed: false, isNow: false, earlier: false },
};
const session = (id: string, day: string, start: string, end: string, more: Partial<Session> = {}): Session =>
  ({
    id,
    day,
    start,
    end,
    title: id,
    state: 'scheduled',
    was: null,
    trackId: null,
    roomId: null,
    ...more,
  }) as Session;

/** In Seoul: the evening of the last day goes on until 02:00, another session is on since the afternoon. */
const sessions = [
  session('first', '2027-05-11', '2027-05-11T01:00:00Z', '2027-05-11T02:00:00Z'),
  session('long', '2027-05-13', '2027-05-13T06:00:00Z', '2027-05-13T17:00:00Z'),
  session('over', '2027-05-13', '2027-05-13T07:00:00Z', '2027-05-13T08:00:00Z'),
  session('party', '2027-05-13', '2027-05-13T15:00:00Z', '2027-05-13T17:00:00Z'),
  session('off', '2027-05-13', '2027-05-13T15:00:00Z', '2027-05-13T17:00:00Z', { state: 'cancelled' }),
  session('later', '2027-05-13', '2027-05-13T16:00:00Z', '2027-05-13T17:00:00Z'),
];
/** 00:45 of the 14th in Seoul, the last night. */
const known = {
  programme: { sessions, days: ['2027-05-11', '2027-05-12', '2027-05-13'] },
  now: new Date('2027-05-13T15:45:00Z'),
  today: '2027-05-13',
  opened: undefined,
  texts: new Map(sessions.map(({ id }) => [id, id])),
};
const ids = (filters: Partial<SessionFilters>, more: Partial<typeof known> | { opened: Session } = {}) =>
  chooseSessions({ ...none, ...filters }, { ...known, ...more }).sessions.map(({ id }) => id);

describe('the programme in the last night', () => {
  it('opens on the evening that goes on, without what is over', () => {
    const chosen = chooseSessions(none, known);
    expect(chosen.day).toBe('2027-05-13');
    expect(chosen.sessions.map(({ id }) => id)).toEqual(['long', 'off', 'party', 'later']);
    expect(chosen.over).toBe(1);
  });

  it('shows behind "All 2 on now" exactly those', () => {
    expect(ids({ isNow: true })).toEqual(['long', 'party']);
    expect(ids({ isNow: true, day: '2027-05-11' })).toEqual(['long', 'party']);
  });

  it('shows behind "All that begin then" exactly those', () => {
    expect(ids({ at: '2027-05-13T16:00:00Z' })).toEqual(['later']);
  });
});

describe('the programme beside an open session', () => {
  it('shows the day of the session, unless another day was chosen', () => {
    expect(ids({}, { opened: sessions[0]! })).toEqual(['first']);
    expect(ids({ day: '2027-05-12' }, { opened: sessions[0]! })).toEqual([]);
  });
});

describe('a search in the programme', () => {
  it('goes over all days and says so, and what is over too', () => {
    const chosen = chooseSessions({ ...none, q: 'o' }, known);
    expect(chosen.sessions.map(({ id }) => id)).toEqual(['long', 'over', 'off']);
    expect([chosen.ofAllDays, chosen.over]).toEqual([true, 0]);
  });
});
