import type { Change, readChanges } from '@forum/contract/live/changes';
import type { Programme } from '@forum/contract/programme/programme';
import { type Session, session as sessionSchema } from '@forum/contract/programme/session';
import type { RouteOutput } from '@forum/contract/route';
import { setTimeout as pause } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';

interface Known {
  version: number;
  /** Null once it was removed from an audience of the reader. */
  session: Session | null;
}

/**
 * The least client that keeps the sessions of a programme: it reads them once, takes changes in the order of their
 * numbers, asks for what it missed and comes back when it was cut off. It reads the protocol anew, apart from the
 * client that the apps use.
 */
export class LightClient {
  /** Every change that it applied since it last read all; one that was told twice would stand here twice. */
  readonly applied: string[] = [];
  /** How often its socket was lost, and how often it had to read all. */
  losses = 0;
  reads = 0;
  readonly #known = new Map<string, Known>();
  readonly #headers: Record<string, string>;
  readonly #base: string;
  readonly #edition: string;
  #last: Record<string, number> = {};
  #socket: Socket | null = null;
  #isBehind = false;
  #catchingUp: Promise<void> | null = null;
  #isStopped = false;

  /** `name` goes with every request, for a proxy that tells connections apart. */
  constructor(base: string, edition: string, reader: { name: string; cookie: string }) {
    this.#base = base;
    this.#edition = edition;
    this.#headers = { 'x-client': reader.name, ...(reader.cookie ? { cookie: reader.cookie } : {}) };
  }

  /** Reads the programme and follows it from there; answers when the first welcome came. */
  async start(): Promise<void> {
    await this.#readAll();
    const socket = io(this.#base, {
      path: '/live',
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 100,
      reconnectionDelayMax: 1_000,
      extraHeaders: this.#headers,
    });
    this.#socket = socket;
    socket.on('connect', () => socket.emit('follow', { edition: this.#edition }));
    socket.on('disconnect', () => this.losses++);
    socket.on('changes', ({ changes }: { changes: Change[] }) => this.#take(changes));
    socket.on('heartbeat', ({ heads }: { heads: Record<string, number> }) => this.#compare(heads));
    await new Promise<void>((resolve) =>
      socket.on('welcome', ({ heads }: { heads: Record<string, number> }) => {
        this.#compare(heads);
        resolve();
      }),
    );
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#socket?.disconnect();
    await this.#catchingUp;
  }

  /** The sessions as it knows them, by id. */
  get sessions(): Session[] {
    return sorted([...this.#known.values()].flatMap(({ session }) => session ?? []));
  }

  #compare(heads: Record<string, number>): void {
    this.#last = { ...heads, ...this.#last };
    if (Object.entries(heads).some(([stream, head]) => head > (this.#last[stream] ?? 0))) this.#catchUp();
  }

  #take(changes: readonly Change[]): void {
    for (const change of changes) {
      const next = (this.#last[change.stream] ?? NaN) + 1;
      if (change.number === next) this.#apply(change);
      else if (!(change.number < next)) this.#catchUp();
    }
  }

  #apply(change: Change): void {
    this.#last[change.stream] = change.number;
    this.applied.push([change.stream, change.type, change.entity, change.version].join(' '));
    if (change.version === undefined) return;
    if (change.type === 'session.removed') this.#keep(change.entity, change.version, null);
    else if (change.session) this.#keep(change.entity, change.version, sessionSchema.parse(change.session));
  }

  /** A session that moves between audiences is removed in one stream and told in another: who is told it, sees it. */
  #keep(id: string, version: number, session: Session | null): void {
    const known = this.#known.get(id);
    const isNewer = !known || version > known.version;
    if (isNewer || (version === known.version && session)) this.#known.set(id, { version, session });
  }

  #catchUp(): void {
    this.#isBehind = true;
    this.#catchingUp ??= this.#untilCaughtUp().finally(() => (this.#catchingUp = null));
  }

  async #untilCaughtUp(): Promise<void> {
    while (this.#isBehind && !this.#isStopped) {
      this.#isBehind = false;
      try {
        const since = Object.entries(this.#last).map(([stream, number]) => `${stream}:${number}`);
        const answer = await this.#read<RouteOutput<typeof readChanges>>(`changes?since=${since.join(',')}`);
        if (answer.reset.length > 0) await this.#readAll();
        this.#take(answer.changes);
      } catch {
        this.#isBehind = true;
        await pause(100);
      }
    }
  }

  async #readAll(): Promise<void> {
    const programme = await this.#read<Programme>('programme');
    this.reads++;
    this.applied.length = 0;
    this.#known.clear();
    for (const session of byId(programme.sessions))
      this.#known.set(session.id, { version: session.version, session });
    this.#last = { ...this.#last, ...programme.heads };
  }

  async #read<Answer>(what: string): Promise<Answer> {
    const response = await fetch(`${this.#base}/api/editions/${this.#edition}/${what}`, {
      headers: this.#headers,
    });
    if (!response.ok) throw new Error(`${what} was answered with ${response.status}`);
    return (await response.json()) as Answer;
  }
}

/** Sessions as the contract writes them, in an order that does not depend on the way they came. */
export const byId = (sessions: readonly Session[]): Session[] =>
  sorted(sessions.map((session) => sessionSchema.parse(session)));

const sorted = (sessions: readonly Session[]) => [...sessions].sort((a, b) => (a.id < b.id ? -1 : 1));
