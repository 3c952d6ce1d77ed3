import { type Change, type ChangeType, isVersioned } from '@forum/contract/live/changes';
import type { Programme } from '@forum/contract/programme/programme';
import type { Session } from '@forum/contract/programme/session';
import type { Heads } from '../streams.ts';

type Told = Omit<Change, 'number'>;

const at = '2027-05-12T01:00:00Z';
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** How many changes of a stream the simulated server keeps; who is further behind is told to fetch afresh. */
const kept = 4;

/** A forum in memory with the promises of the real one: commits first, numbers later, gapless in each stream. */
export class SimulatedServer {
  readonly streams = ['public', 'accredited', 'person:me'] as const;
  readonly #sessions = new Map<string, Session>();
  readonly #unnumbered: Told[] = [];
  readonly #journal: Change[] = [];
  #meetings = 0;
  #firms = 0;

  constructor() {
    for (let n = 0; n < 4; n++) this.#sessions.set(uuid(n), firstSession(uuid(n), n));
  }

  /** Writes to a session; the answer is the session as it stands then. */
  writeSession(n: number, audience: Session['audience'], minute: number): Session {
    const before = this.#sessions.get(uuid(n % 4)) ?? firstSession(uuid(n % 4), n);
    const start = `2027-05-12T01:${String(minute % 60).padStart(2, '0')}:00Z`;
    const session = { ...before, version: before.version + 1, audience, start };
    this.#sessions.set(session.id, session);
    const had = before.audience;
    if (had !== audience && had !== 'restricted') this.#tell(had, 'session.removed', session);
    if (audience !== 'restricted') this.#tell(audience, 'session.changed', session, session);
    return session;
  }

  writeMeeting(): void {
    this.#meetings++;
    this.#tell('person:me', 'meeting.changed', { id: uuid(99), version: this.#meetings });
  }

  writeFirms(): void {
    this.#firms++;
    this.#tell('public', 'firms.changed', { id: uuid(98), version: this.#firms });
  }

  /** Numbers what was committed; answers what the tail of the journal emits. */
  sequence(): Change[] {
    const numbered = this.#unnumbered.splice(0).map((told) => ({
      ...told,
      number: (this.heads()[told.stream] ?? 0) + 1,
    }));
    const emitted: Change[] = [];
    for (const change of numbered) {
      const next = { ...change, number: (this.heads()[change.stream] ?? 0) + 1 };
      this.#journal.push(next);
      emitted.push(next);
    }
    return emitted;
  }

  heads(): Heads {
    const heads: Record<string, number> = Object.fromEntries(this.streams.map((stream) => [stream, 0]));
    for (const change of this.#journal) heads[change.stream] = change.number;
    return heads;
  }

  changesSince(since: Heads): { changes: Change[]; heads: Heads; reset: string[] } {
    const heads = this.heads();
    const reset = this.streams.filter((stream) => (heads[stream] ?? 0) - (since[stream] ?? 0) > kept);
    const changes = this.#journal.filter(
      ({ stream, number }) =>
        since[stream] !== undefined && number > since[stream] && !reset.some((too) => too === stream),
    );
    return { changes, heads, reset };
  }

  /** State and heads in one snapshot: the state may hold what is committed but not numbered yet. */
  programme(): Programme {
    const sessions = [...this.#sessions.values()].filter((session) => session.audience !== 'restricted');
    const nothing = { zone: 'Asia/Seoul', days: [], rooms: [], tracks: [], speakers: [] };
    return { ...nothing, sessions, heads: this.heads() };
  }

  meetings(): { meetings: never[]; count: number; heads: Heads } {
    return { meetings: [], count: this.#meetings, heads: this.heads() };
  }

  /** A list that does not tell its heads. */
  firms(): { count: number } {
    return { count: this.#firms };
  }

  #tell(stream: string, type: ChangeType, entity: { id: string; version: number }, session?: Session): void {
    const version = isVersioned(type) ? { version: entity.version } : {};
    const told = { stream, type, entity: entity.id, ...version, at };
    this.#unnumbered.push(session ? { ...told, session } : told);
  }
}

function firstSession(id: string, n: number): Session {
  return {
    id,
    version: 1,
    title: `Session ${n}`,
    subtitle: null,
    kind: 'panel',
    state: 'scheduled',
    audience: n % 2 === 0 ? 'public' : 'accredited',
    start: `2027-05-12T01:0${n}:00Z`,
    end: '2027-05-12T03:00:00Z',
    day: '2027-05-12',
    roomId: null,
    trackId: null,
    language: null,
    speakerIds: [],
    was: null,
  };
}
