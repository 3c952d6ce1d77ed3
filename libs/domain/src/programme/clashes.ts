import { addMinutes, epochMs } from '../time/instant.ts';
import { type Interval } from '../time/interval.ts';
import { type ProgrammeSession } from './session.ts';

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

/** Every pair of scheduled sessions in the same room at the same time. */
export function roomClashes(sessions: readonly ProgrammeSession[]): Clash[] {
  return clashesBy('room', sessions, (session) => (session.roomId === null ? [] : [session.roomId]));
}

/** Every pair of scheduled sessions with the same speaker at the same time. */
export function speakerClashes(sessions: readonly ProgrammeSession[]): Clash[] {
  return clashesBy('speaker', sessions, (session) => [...new Set(session.speakerIds)]);
}

/**
 * The room and speaker clashes that some changed sessions would be part of, and were not before: what the secretariat
 * must see before it confirms. A clash of the same two sessions over the same thing is not a new one.
 *
 * @param sessions the programme as it is
 * @param changed sessions as they would be, as `moves.ts` returns them
 */
export function clashesCausedBy(
  sessions: readonly ProgrammeSession[],
  changed: readonly ProgrammeSession[],
): Clash[] {
  const byId = new Map(changed.map((session) => [session.id, session]));
  const after = sessions.map((session) => byId.get(session.id) ?? session);
  const added = changed.filter((session) => !sessions.some((other) => other.id === session.id));
  const known = new Set(allClashes(sessions).map(keyOf));
  return allClashes([...after, ...added]).filter((clash) => !known.has(keyOf(clash)));
}

const allClashes = (sessions: readonly ProgrammeSession[]) => [
  ...roomClashes(sessions),
  ...speakerClashes(sessions),
];

const keyOf = (clash: Clash) => [clash.kind, clash.resourceId, ...[...clash.ids].sort()].join(' ');

function clashesBy(
  kind: 'room' | 'speaker',
  sessions: readonly ProgrammeSession[],
  resourcesOf: (session: ProgrammeSession) => readonly string[],
): Clash[] {
  const byResource = new Map<string, AgendaItem[]>();
  for (const session of sessions) {
    if (session.state === 'cancelled') continue;
    const item = { id: session.id, ...timeOf(session) };
    for (const resourceId of resourcesOf(session)) {
      byResource.set(resourceId, [...(byResource.get(resourceId) ?? []), item]);
    }
  }
  return [...byResource].flatMap(([resourceId, items]) =>
    overlappingPairs(items).map((pair) => ({ kind, resourceId, ...pair })),
  );
}

/** Sweeps the items in order of start, so that only those still running are compared. */
function overlappingPairs(items: readonly AgendaItem[]): Pick<Clash, 'ids' | 'overlap'>[] {
  const timed = items
    .map((item) => ({ ...item, from: epochMs(item.start), to: epochMs(item.end) }))
    .sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1));
  let running: typeof timed = [];
  return timed.flatMap((item) => {
    running = running.filter((other) => other.to > item.from);
    const pairs = running
      .filter((other) => item.to > item.from && other.id !== item.id)
      .map((other) => ({
        ids: [other.id, item.id] as const,
        overlap: { start: item.start, end: other.to < item.to ? other.end : item.end },
      }));
    running.push(item);
    return pairs;
  });
}
