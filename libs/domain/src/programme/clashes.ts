import { addMinutes, epochMs } from '../time/instant.ts';
import { type Interval, overlaps } from '../time/interval.ts';
import type { ProgrammeSession } from './session.ts';

/** Two sessions, earlier first, that want the same room or speaker for some time. */
export interface Clash {
  readonly kind: 'room' | 'speaker';
  /** The room or the speaker. */
  readonly resourceId: string;
  readonly ids: readonly [string, string];
  readonly overlap: Interval;
}

/** Something that takes a person's time, such as a starred session or an accepted meeting. */
export interface AgendaItem extends Interval {
  readonly id: string;
}

/** When a session takes place. */
export function timeOf(session: Pick<ProgrammeSession, 'start' | 'minutes'>): Interval {
  return { start: session.start, end: addMinutes(session.start, session.minutes) };
}

/** Some clashes, and how many more there are. */
export interface CountedClashes {
  readonly first: readonly Clash[];
  readonly more: number;
}

/** Every pair of scheduled sessions in the same room at the same time. */
export function roomClashes(sessions: readonly ProgrammeSession[]): Clash[] {
  return [...sessionsByResource('room', sessions).values()].flatMap((inRoom) => [
    ...clashesIn('room', inRoom),
  ]);
}

/** Every pair of scheduled sessions with the same speaker at the same time. */
export function speakerClashes(sessions: readonly ProgrammeSession[]): Clash[] {
  return [...sessionsByResource('speaker', sessions).values()].flatMap((of) => [...clashesIn('speaker', of)]);
}

/**
 * The first so many of {@link roomClashes}, and the number of the others. The pairs are counted without looking at each:
 * 20,000 sessions in one room at one minute have 200 million.
 */
export function firstRoomClashes(sessions: readonly ProgrammeSession[], most: number): CountedClashes {
  const first: Clash[] = [];
  let all = 0;
  for (const inRoom of sessionsByResource('room', sessions).values()) {
    all += countOverlaps(inRoom.items);
    for (const clash of clashesIn('room', inRoom)) {
      if (first.length >= most) break;
      first.push(clash);
    }
  }
  return { first, more: all - first.length };
}

/** How many pairs a change is looked through for, before what was found is the answer. */
const mostLooks = 200_000;

/**
 * The room and speaker clashes that some changed sessions would be part of, and were not before: what the secretariat
 * must see before it confirms. A clash of the same two sessions over the same thing is not a new one. At most `most` of
 * them; where hundreds of changed sessions overlap, those among the first 200,000 pairs.
 *
 * @param sessions the programme as it is
 * @param changed sessions as they would be, as `moves.ts` returns them
 */
export function clashesCausedBy(
  sessions: readonly ProgrammeSession[],
  changed: readonly ProgrammeSession[],
  most = Infinity,
): Clash[] {
  const before = new Map(sessions.map((session) => [session.id, session]));
  const byId = new Map(changed.map((session) => [session.id, session]));
  const after = [
    ...sessions.map((session) => byId.get(session.id) ?? session),
    ...changed.filter(({ id }) => !before.has(id)),
  ];
  const caused: Clash[] = [];
  let looks = 0;
  for (const kind of ['room', 'speaker'] as const) {
    for (const shared of sessionsByResource(kind, after).values()) {
      for (const clash of clashesIn(kind, shared, (id) => byId.has(id))) {
        if (caused.length >= most || ++looks > mostLooks) return caused;
        if (!clashed(clash, before)) caused.push(clash);
      }
    }
  }
  return caused;
}

/** Whether two sessions already clashed over the same thing. */
function clashed({ kind, resourceId, ids }: Clash, before: ReadonlyMap<string, ProgrammeSession>): boolean {
  const [one, other] = ids.map((id) => before.get(id));
  if (!one || !other || one.state === 'cancelled' || other.state === 'cancelled') return false;
  const shared = [one, other].every((session) => resourcesOf(kind, session).includes(resourceId));
  return shared && overlaps(timeOf(one), timeOf(other));
}

interface TimedItem extends AgendaItem {
  readonly from: number;
  readonly to: number;
}

interface Shared {
  readonly resourceId: string;
  /** In order of their start. */
  readonly items: TimedItem[];
}

const resourcesOf = (kind: Clash['kind'], session: ProgrammeSession): readonly string[] => {
  if (kind === 'speaker') return [...new Set(session.speakerIds)];
  return session.roomId === null ? [] : [session.roomId];
};

/** The scheduled sessions of each room or speaker, by when they begin. */
function sessionsByResource(kind: Clash['kind'], sessions: readonly ProgrammeSession[]): Map<string, Shared> {
  const byResource = new Map<string, Shared>();
  for (const session of sessions) {
    if (session.state === 'cancelled') continue;
    const { start, end } = timeOf(session);
    const item = { id: session.id, start, end, from: epochMs(start), to: epochMs(end) };
    // What takes no time is in nobody's way.
    if (item.to <= item.from) continue;
    for (const resourceId of resourcesOf(kind, session)) {
      const shared = byResource.get(resourceId) ?? { resourceId, items: [] };
      shared.items.push(item);
      byResource.set(resourceId, shared);
    }
  }
  for (const { items } of byResource.values())
    items.sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1));
  return byResource;
}

/**
 * Sweeps the items in order of start, so that only those still running are compared; one clash at a time. Pairs of which
 * neither is concerned are not looked at.
 */
function* clashesIn(
  kind: Clash['kind'],
  { resourceId, items }: Shared,
  isConcerned: (id: string) => boolean = () => true,
): Generator<Clash> {
  let concerned: TimedItem[] = [];
  let others: TimedItem[] = [];
  for (const item of items) {
    const isRunning = ({ to }: TimedItem) => to > item.from;
    const isOneOfThem = isConcerned(item.id);
    concerned = concerned.filter(isRunning);
    if (isOneOfThem) others = others.filter(isRunning);
    for (const other of isOneOfThem ? [...others, ...concerned] : concerned) {
      if (other.id === item.id) continue;
      const overlap = { start: item.start, end: other.to < item.to ? other.end : item.end };
      yield { kind, resourceId, ids: [other.id, item.id], overlap };
    }
    (isOneOfThem ? concerned : others).push(item);
  }
}

/** How many pairs overlap: for each item those that began before it, less those that ended by then. */
function countOverlaps(items: readonly TimedItem[]): number {
  const ends = items.map(({ to }) => to).sort((a, b) => a - b);
  let ended = 0;
  return items.reduce((pairs, { from }, began) => {
    while ((ends[ended] ?? Infinity) <= from) ended += 1;
    return pairs + began - ended;
  }, 0);
}
