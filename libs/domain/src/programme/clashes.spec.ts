import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addMinutes } from '../time/instant.ts';
import { overlaps } from '../time/interval.ts';
import { clashesCausedBy, firstRoomClashes, roomClashes, speakerClashes, timeOf } from './clashes.ts';
import type { ProgrammeSession } from './session.ts';

const at = (minute: number) => addMinutes('2027-05-12T00:00:00Z', minute);
const session = (id: string, from: number, minutes: number, change: Partial<ProgrammeSession> = {}) => ({
  id,
  version: 1,
  title: id,
  start: at(from),
  minutes,
  roomId: 'hall',
  trackId: null,
  kind: 'panel' as const,
  state: 'scheduled' as const,
  audience: 'public' as const,
  speakerIds: [],
  ...change,
});

const programme: fc.Arbitrary<ProgrammeSession[]> = fc
  .array(
    fc.record({
      from: fc.nat(60),
      minutes: fc.integer({ min: 1, max: 30 }),
      roomId: fc.constantFrom('hall', 'annex', null),
      speakerIds: fc.array(fc.constantFrom('kim', 'dupont'), { maxLength: 3 }),
      state: fc.constantFrom('scheduled', 'scheduled', 'cancelled'),
    }),
    { maxLength: 12 },
  )
  .map((list) => list.map(({ from, minutes, ...rest }, index) => session(`s${index}`, from, minutes, rest)));

const pairsOf = (clashes: readonly { ids: readonly [string, string]; resourceId: string }[]) =>
  clashes.map(({ ids, resourceId }) => [resourceId, ...[...ids].sort()].join(' ')).sort();

/** As many sessions as a file may hold, all at once in one room. */
const crowd = Array.from({ length: 20_000 }, (_, index) => session(`c${index}`, 0, 30));

/** Every pair looked at, one by one. */
const plainPairs = (
  sessions: ProgrammeSession[],
  resourcesOf: (one: ProgrammeSession) => readonly string[],
) =>
  sessions
    .flatMap((a, index) =>
      sessions.slice(index + 1).flatMap((b) => {
        const clash = a.state === 'scheduled' && b.state === 'scheduled' && overlaps(timeOf(a), timeOf(b));
        const shared = [...new Set(resourcesOf(a))].filter((resource) => resourcesOf(b).includes(resource));
        return clash ? shared.map((resource) => [resource, ...[a.id, b.id].sort()].join(' ')) : [];
      }),
    )
    .sort();

describe('clashes', () => {
  it('of a room name both sessions and the time they share', () => {
    expect(roomClashes([session('b', 20, 30), session('a', 0, 30)])).toEqual([
      { kind: 'room', resourceId: 'hall', ids: ['a', 'b'], overlap: { start: at(20), end: at(30) } },
    ]);
  });

  it('are none where one ends as the other begins, in different rooms, or when cancelled', () => {
    expect(roomClashes([session('a', 0, 30), session('b', 30, 30)])).toEqual([]);
    expect(roomClashes([session('a', 0, 30), session('b', 0, 30, { roomId: 'annex' })])).toEqual([]);
    expect(roomClashes([session('a', 0, 30), session('b', 0, 30, { state: 'cancelled' })])).toEqual([]);
    const nowhere = { roomId: null };
    expect(roomClashes([session('a', 0, 30, nowhere), session('b', 0, 30, nowhere)])).toEqual([]);
  });

  it('of a speaker are found across rooms', () => {
    const kim = { speakerIds: ['kim', 'kim'] };
    expect(
      speakerClashes([session('a', 0, 60, kim), session('b', 10, 20, { ...kim, roomId: 'annex' })]),
    ).toEqual([
      { kind: 'speaker', resourceId: 'kim', ids: ['a', 'b'], overlap: { start: at(10), end: at(30) } },
    ]);
  });

  it('are those that looking at every pair finds', () => {
    fc.assert(
      fc.property(programme, (sessions) => {
        expect(pairsOf(roomClashes(sessions))).toEqual(
          plainPairs(sessions, ({ roomId }) => (roomId === null ? [] : [roomId])),
        );
        expect(pairsOf(speakerClashes(sessions))).toEqual(
          plainPairs(sessions, ({ speakerIds }) => speakerIds),
        );
      }),
    );
  });
});

describe('the first clashes in rooms', () => {
  it('are a beginning of all of them, and count the others', () => {
    fc.assert(
      fc.property(programme, fc.nat(10), (sessions, most) => {
        const all = roomClashes(sessions);
        expect(firstRoomClashes(sessions, most)).toEqual({
          first: all.slice(0, most),
          more: Math.max(0, all.length - most),
        });
      }),
    );
  });

  it('of 20,000 sessions in one room at one minute are counted without being listed', () => {
    const { first, more } = firstRoomClashes(crowd, 20);
    expect([first.length, more]).toEqual([20, (20_000 * 19_999) / 2 - 20]);
  });
});

describe('a change', () => {
  it('among 20,000 sessions in one room at one minute names only its own clashes', () => {
    expect(pairsOf(clashesCausedBy(crowd, [session('new', 10, 30)], 3))).toHaveLength(3);
    expect(clashesCausedBy(crowd, [{ ...crowd[0]!, title: 'another' }], 3)).toEqual([]);
  });

  it('causes what is there after it and was not before', () => {
    const changes = fc.array(fc.record({ index: fc.nat(11), from: fc.nat(60) }), { maxLength: 4 });
    fc.assert(
      fc.property(programme, changes, (sessions, moves) => {
        const moved = moves.flatMap(({ index, from }) =>
          sessions[index] ? [{ ...sessions[index], start: at(from) }] : [],
        );
        const byId = new Map(moved.map((one) => [one.id, one]));
        const after = sessions.map((one) => byId.get(one.id) ?? one);
        const all = (list: ProgrammeSession[]) => pairsOf([...roomClashes(list), ...speakerClashes(list)]);
        const before = all(sessions);
        expect(pairsOf(clashesCausedBy(sessions, [...byId.values()]))).toEqual(
          all(after).filter((pair) => !before.includes(pair)),
        );
      }),
    );
  });

  it('causes the clashes that were not there before', () => {
    const sessions = [session('a', 0, 30), session('b', 0, 30), session('c', 60, 30)];
    const moved = [session('c', 20, 30)];
    expect(pairsOf(clashesCausedBy(sessions, moved))).toEqual(['hall a c', 'hall b c']);
  });

  it('of nothing causes nothing', () => {
    fc.assert(fc.property(programme, (sessions) => expect(clashesCausedBy(sessions, sessions)).toEqual([])));
  });

  it('that adds a session causes its clashes', () => {
    expect(pairsOf(clashesCausedBy([session('a', 0, 30)], [session('new', 10, 30)]))).toEqual(['hall a new']);
  });
});
