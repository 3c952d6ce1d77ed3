import type { Meeting } from '@forum/contract/meetings/meeting';
import { describe, expect, it } from '@jest/globals';
import { meetingChanges, newsSince } from './meeting-changes.ts';

const now = new Date('2027-05-12T08:00:00Z');
const notice = (side: string, code: string, minute: number, minutes: number | null = null) => ({
  ...{ side, code, minutes },
  at: `2027-05-12T07:${minute}:00Z`,
});
const meeting = (id: string, more: object = {}): Meeting =>
  ({
    id,
    state: 'accepted',
    side: 'to',
    start: '2027-05-12T08:30:00Z',
    end: '2027-05-12T09:00:00Z',
    from: { firm: 'Hanbit', people: [{ delegateId: 'kim' }] },
    to: { firm: 'Nordlys', people: [{ delegateId: 'eirik' }] },
    dayMessages: [],
    moved: null,
    placeLost: null,
    agreedAt: '2027-05-01T08:00:00Z',
    table: { hall: 'Hall B', label: 'A4' },
    ...more,
  }) as unknown as Meeting;

const late = notice('from', 'minutes-late', 40, 10);
const changed = (meetings: Meeting[], delegate = 'eirik', lastLook: number | null = null) =>
  meetingChanges(meetings, delegate, { now, since: newsSince(lastLook, now) });
const changes = (...meetings: Meeting[]) =>
  changed(meetings).map(({ id, kind, minutes, firm }) => [id, kind, minutes, firm]);

describe('what changed of my meetings', () => {
  it('is one to come that was cancelled, with whom it was', () => {
    expect(changes(meeting('gone', { state: 'cancelled' }), meeting('stands'))).toEqual([
      ['gone', 'cancelled', 0, 'Hanbit'],
    ]);
  });

  it('is one to which the other side comes late, until they are at the table', () => {
    expect(changes(meeting('m', { dayMessages: [late] }))).toEqual([['m', 'late', 10, 'Hanbit']]);
    expect(changes(meeting('m', { dayMessages: [late, notice('from', 'at-the-table', 50)] }))).toEqual([]);
  });

  it('is one that was moved within a day, with where it was, and one that waits for another place', () => {
    const moved = { at: '2027-05-12T07:30:00Z', fromStart: '2027-05-12T08:00:00Z', fromTable: 'A4' };
    expect(changed([meeting('m', { moved })])).toMatchObject([
      { kind: 'moved', start: '2027-05-12T08:30:00Z', from: { start: moved.fromStart, table: 'A4' } },
    ]);
    expect(changes(meeting('m', { moved: { ...moved, at: '2027-05-11T07:30:00Z' } }))).toEqual([]);
    expect(changes(meeting('m', { moved, placeLost: 'no-table' }))).toEqual([['m', 'unplaced', 0, 'Hanbit']]);
  });

  it('is one that was agreed or planned within a day, with its time and table, after what went wrong', () => {
    const fresh = meeting('fresh', { agreedAt: '2027-05-11T08:00:00Z' });
    expect(changed([fresh])).toEqual([
      {
        ...{ id: 'fresh', kind: 'agreed', firm: 'Hanbit', minutes: 0, from: null },
        ...{ start: '2027-05-12T08:30:00Z', end: '2027-05-12T09:00:00Z' },
        table: { hall: 'Hall B', label: 'A4' },
      },
    ]);
    const gone = meeting('gone', { state: 'cancelled', start: '2027-05-12T08:45:00Z' });
    expect(changes(fresh, gone)).toEqual([
      ['gone', 'cancelled', 0, 'Hanbit'],
      ['fresh', 'agreed', 0, 'Hanbit'],
    ]);
    expect(changes(meeting('known', { agreedAt: '2027-05-11T07:59:59Z' }))).toEqual([]);
    expect(changes(meeting('old', { agreedAt: null }))).toEqual([]);
  });

  it('is as old as my last look, when that was more than a day ago', () => {
    const agreed = meeting('m', { agreedAt: '2027-05-09T08:00:00Z' });
    expect(changed([agreed], 'eirik', Date.parse('2027-05-09T07:00:00Z'))).toHaveLength(1);
    expect(changed([agreed], 'eirik', Date.parse('2027-05-09T09:00:00Z'))).toEqual([]);
  });

  it('is nothing of the meetings of my colleagues', () => {
    expect(changed([meeting('theirs', { state: 'cancelled' })], 'marte')).toEqual([]);
  });

  it('is nothing that I said myself, nothing that is over, and no request that was declined', () => {
    expect(changes(meeting('m', { dayMessages: [{ ...late, side: 'to' }] }))).toEqual([]);
    expect(changes(meeting('m', { state: 'cancelled', end: '2027-05-12T08:00:00Z' }))).toEqual([]);
    expect(changes(meeting('m', { state: 'declined' }), meeting('r', { start: null, end: null }))).toEqual(
      [],
    );
  });
});
