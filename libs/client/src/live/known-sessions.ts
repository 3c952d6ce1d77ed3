import type { Change } from '@forum/contract/live/changes';
import type { Programme } from '@forum/contract/programme/programme';
import type { Session } from '@forum/contract/programme/session';

interface Known {
  version: number;
  /** Null once it was removed from an audience of ours. */
  session: Session | null;
  /** The change that told it; null for the answer to a write. */
  told: { stream: string; number: number } | null;
}

/**
 * What changes and answers to writes told of single sessions. Laid over a programme, however old, it gives the programme
 * as it stands: per session the higher version wins, so nothing is applied twice and nothing moves back.
 */
export class KnownSessions {
  readonly #known = new Map<string, Known>();

  /** Takes a `session.changed` that carries its session, or a `session.removed`. */
  learn(change: Change): void {
    if (change.version === undefined) return;
    const session = change.type === 'session.removed' ? null : (change.session ?? null);
    this.#keep(change.entity, {
      version: change.version,
      session,
      told: { stream: change.stream, number: change.number },
    });
  }

  /** Takes a session from the answer to a write. */
  learnAnswer(session: Session): void {
    this.#keep(session.id, { version: session.version, session, told: null });
  }

  /** The session, or what we know that is newer; null when it is gone. */
  over<T extends Session>(session: T): T | null {
    const known = this.#known.get(session.id);
    if (!known || known.version <= session.version) return session;
    return known.session && { ...session, ...known.session };
  }

  /**
   * The programme with all that we know laid over it; the same object when nothing is newer. A session that it lacks is
   * added only if it was told after the programme was read, in a stream that its reader follows: else it is not theirs.
   */
  overProgramme(programme: Programme): Programme {
    const there = new Set(programme.sessions.map((session) => session.id));
    const over = programme.sessions.map((session) => hideRestricted(this.over(session)));
    const added = [...this.#known.entries()].flatMap(([id, { session, told }]) =>
      session && told && !there.has(id) && told.number > (programme.heads[told.stream] ?? Infinity)
        ? [session]
        : [],
    );
    if (added.length === 0 && over.every((session, at) => session === programme.sessions[at])) {
      return programme;
    }
    const sessions = [...over.filter((session) => session !== null), ...added].sort(byStart);
    return { ...programme, sessions };
  }

  clear(): void {
    this.#known.clear();
  }

  /**
   * When a session moves from one audience to another, one stream tells its removal and another the session itself, with
   * the same version and in any order: who is told the session may see it, so the session wins.
   */
  #keep(id: string, news: Known): void {
    const known = this.#known.get(id);
    const isSame = known?.version === news.version;
    const isNews =
      !known ||
      news.version > known.version ||
      (isSame && known.session === null && news.session !== null) ||
      // The answer to a write was here first; only the change says in which stream the session stands.
      (isSame && known.told === null && news.session !== null);
    if (isNews) this.#known.set(id, news);
  }
}

/** Whether a session names a speaker, a room or a track that the programme does not hold. */
export function isBeyond(programme: Programme, session: Session): boolean {
  const isUnknown = (list: readonly { id: string }[], id: string | null) =>
    id !== null && !list.some((one) => one.id === id);
  return (
    isUnknown(programme.rooms, session.roomId) ||
    isUnknown(programme.tracks, session.trackId) ||
    session.speakerIds.some((id) => isUnknown(programme.speakers, id))
  );
}

function byStart(a: Session, b: Session): number {
  if (a.start !== b.start) return Date.parse(a.start) - Date.parse(b.start);
  return a.id < b.id ? -1 : 1;
}

/** A programme holds no restricted sessions, even if somebody who may see them made one of it a moment ago. */
function hideRestricted(session: Session | null): Session | null {
  return session?.audience === 'restricted' ? null : session;
}
