import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addMinutes } from '../time/instant.ts';
import { overlaps } from '../time/interval.ts';
import { clashesCausedBy, roomClashes, speakerClashes, timeOf } from './clashes.ts';
import { type ProgrammeSession } from './session.ts';

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

describe('a change', () => {
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
