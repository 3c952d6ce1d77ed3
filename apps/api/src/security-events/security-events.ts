import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Database, type Transaction } from '../database/database.ts';
import type { Viewer } from '../http/viewer.ts';
import { Log } from '../operations/log.ts';
import { insert } from './security-events.repository.ts';

/** What there is to follow when an account was stolen; each branch of the forum that opens a way in records its own. */
export type SecurityEventKind =
  | 'sign-in'
  | 'sign-in.refused'
  | 'sign-out'
  | 'session.ended'
  | 'refused'
  | 'factor'
  | 'role'
  | 'aide'
  | 'representative'
  | 'erasure';

/** One event: ids, and words of the forum's own. Never a name, an address, or what somebody typed. */
export interface SecurityEvent {
  kind: SecurityEventKind;
  /** How it ended, in the forum's own word: the way of a sign-in, the code of a refusal, `given organiser`. */
  what: string;
  /** To whom or what it was done: a person, a session, a firm. */
  subjectId?: string | null;
  editionId?: string | null;
}

/** Who did it: a viewer, the person of a session that begins, or nobody when a command or the forum itself did. */
export type Doer =
  | Pick<Viewer, 'person' | 'aide' | 'sessionId'>
  | { personId: string | null; sessionId: string | null }
  | null;

/** What is noted of a request beside the event. */
interface Asked {
  route?: string;
  requestId?: string;
}

export interface Row {
  /** When it was noted; what a write records happens as it is written. */
  at: string | null;
  kind: string;
  what: string;
  person_id: string | null;
  acting_for: string | null;
  session_id: string | null;
  subject_id: string | null;
  edition_id: string | null;
  route: string | null;
  request_id: string | null;
  times: number;
}

/** Refusals wait this long for others alike; then one row tells how many there were. */
const gatherFor = 5_000;
/** More kinds of refusals at a time than this are told without their routes, so that no one fills the disk. */
const mostRoutes = 500;
/** What waits while the database is away; more is only counted. */
const mostWaiting = 5_000;

/** Keeps the events of security, apart from the request log; docs/operating.md says how long and how they are read. */
@Injectable()
export class SecurityEvents implements OnApplicationShutdown {
  #waiting = new Map<string, Row>();
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();
  #lost = 0;

  constructor(
    private readonly database: Database,
    private readonly log: Log,
  ) {}

  /** Records in the transaction of the write: the event is there if and only if the write is. */
  async record(transaction: Transaction, by: Doer, ...events: SecurityEvent[]): Promise<void> {
    await insert(
      transaction,
      events.map((event) => rowOf(by, event)),
    );
  }

  /** Notes what has no write of its own, such as a refusal; it is written within seconds, alike ones as one row. */
  note(by: Doer, event: SecurityEvent, { route, requestId }: Asked = {}): void {
    const row = { ...rowOf(by, event), at: new Date().toISOString(), request_id: requestId ?? null };
    // Of a stranger the route says little, and anybody could fill the table with all of them.
    if (row.session_id !== null && this.#waiting.size < mostRoutes) row.route = route ?? null;
    const key = keyOf(row);
    const known = this.#waiting.get(key);
    if (known) known.times++;
    else if (this.#waiting.size < mostWaiting) this.#waiting.set(key, row);
    else this.#lost++;
    this.#timer ??= setTimeout(() => void this.flush(), gatherFor).unref();
  }

  /** Writes what was noted; what cannot be written now waits for the next time. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.flush();
    clearTimeout(this.#timer);
  }

  async #write(): Promise<void> {
    if (this.#waiting.size === 0) return;
    const taken = this.#waiting;
    this.#waiting = new Map();
    try {
      await insert(this.database.reader, [...taken.values()]);
      if (this.#lost > 0) this.log.error({ lost: this.#lost }, 'events of security were lost');
      this.#lost = 0;
    } catch (error) {
      this.log.warn({ err: error, waiting: taken.size }, 'events of security wait for the database');
      for (const [key, row] of taken) this.#keep(key, row);
      this.#timer ??= setTimeout(() => void this.flush(), gatherFor).unref();
    }
  }

  #keep(key: string, row: Row): void {
    const newer = this.#waiting.get(key);
    this.#waiting.set(key, { ...row, times: row.times + (newer?.times ?? 0) });
  }
}

/** Whether the code of a refusal says that somebody was kept from something; a sign-in tells more of its own. */
export const isRefusalOfAccess = (code: string): boolean =>
  /^(auth|access)\./.test(code) && !ofSignIn.has(code);

const ofSignIn = new Set(['auth.code_invalid', 'auth.code_expired', 'auth.too_many_codes']);

/** Alike is what one session was refused in the same way; time and request are those of the first. */
const keyOf = ({ at: _, request_id: __, times: ___, ...row }: Row) => JSON.stringify(Object.values(row));

function rowOf(by: Doer, { kind, what, subjectId, editionId }: SecurityEvent): Row {
  const isViewer = by !== null && 'person' in by;
  return {
    at: null,
    kind,
    what,
    person_id: isViewer ? ((by.aide ?? by.person)?.id ?? null) : (by?.personId ?? null),
    acting_for: isViewer && by.aide ? (by.person?.id ?? null) : null,
    session_id: by?.sessionId ?? null,
    subject_id: subjectId ?? null,
    edition_id: editionId ?? null,
    route: null,
    request_id: null,
    times: 1,
  };
}
