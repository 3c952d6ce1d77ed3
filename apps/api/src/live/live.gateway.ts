import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { clientEvents, type Computed, type serverEvents } from '@forum/contract/live/events';
import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import type { z } from 'zod';
import { Config } from '../config.ts';
import { Database } from '../database/database.ts';
import { isOwnOrigin } from '../http/origin.ts';
import { type SessionNow, Viewers } from '../identity/viewers.ts';
import { Log } from '../operations/log.ts';
import { SecurityEvents } from '../security-events/security-events.ts';
import { groupBy } from './group-by.ts';
import { JournalTail, type JournalledChange } from './journal-tail.ts';
import type { Connection, SocketBudget } from './socket-budget.ts';
import { readHeads } from './stream-heads.repository.ts';
import { streamsOfViewer } from './streams-of-viewer.ts';

type ServerEvents = {
  [Name in keyof typeof serverEvents]: (payload: z.infer<(typeof serverEvents)[Name]>) => void;
};
type ClientEvents = { follow: (payload: unknown, answer: (problem: string | null) => void) => void };

interface Followed {
  cookie: string | undefined;
  /** Whose streams it follows; null for a visitor. */
  personId?: string | null;
  /** Whose rights decide what it follows: the person's, and their aide's while one acts. */
  rightsOf?: readonly string[];
  /** The edition that it asked for last. */
  slug?: string;
  /** Set while it is told what it follows; `again` when what was read for that may be too old. */
  following?: Promise<void> | undefined;
  again?: boolean;
  edition?: { id: string; slug: string };
  streams?: readonly string[];
}

type ForumSocket = Socket<ClientEvents, ServerEvents, Record<string, never>, Followed>;

const checkSlowEvery = 1_000;
const letInAtOnce = 50;
/** A socket with more packets waiting than this is cut off; it comes back and catches up. */
const mostPacketsWaiting = 64;

/** As whom a session looks at an edition. */
const personIn = (session: SessionNow, editionId: string) =>
  session.editionId === editionId ? session.principalId : session.personId;

/** Whether it is about who may know of the edition at all. */
const concernsEverybody = ({ change }: JournalledChange) =>
  change.type === 'rights.changed' && change.stream === 'public';

const roomOf = (editionId: string, stream: string) => `${editionId}|${stream}`;

/** Hands changes to the sockets of this node, in rooms that the policy chooses, never the client. */
@Injectable()
export class LiveGateway implements BeforeApplicationShutdown {
  #server: Server<ClientEvents, ServerEvents, Record<string, never>, Followed> | null = null;
  readonly #timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly viewers: Viewers,
    private readonly database: Database,
    private readonly tail: JournalTail,
    private readonly config: Config,
    private readonly log: Log,
    private readonly events: SecurityEvents,
  ) {}

  /** Begins to serve sockets beside the HTTP API. */
  attach(http: HttpServer, budget: SocketBudget, heartbeatEvery: number): void {
    const server = new Server<ClientEvents, ServerEvents, Record<string, never>, Followed>(http, {
      path: '/live',
      transports: ['websocket'],
      serveClient: false,
      // What is asked for elsewhere is refused by the HTTP server, in words.
      destroyUpgrade: false,
      maxHttpBufferSize: 16 * 1024,
      pingInterval: 20_000,
      pingTimeout: 15_000,
      perMessageDeflate: false,
      httpCompression: false,
      connectTimeout: 10_000,
      allowRequest: (request, decide) => {
        const { headers } = request;
        const isOwn = isOwnOrigin(headers, this.config.baseUrl);
        if (!isOwn) void this.#noteForeign(headers.cookie);
        const admitted = isOwn ? budget.admits(request) : Promise.resolve(false);
        admitted.then(
          (isAdmitted) => decide(null, isAdmitted),
          () => decide(null, false),
        );
      },
    });
    server.use((socket, next) => {
      const { cookie } = socket.handshake.headers;
      this.viewers.of(cookie, null).then(
        ({ person }) => {
          // A cookie of a session that is over makes a visitor.
          socket.data.cookie = person ? cookie : undefined;
          next();
        },
        () => next(new Error('temporarily.unavailable')),
      );
    });
    server.engine.on('connection', (connection: Connection) => budget.count(connection));
    server.on('connection', (socket) => this.#welcome(socket, budget));
    this.#server = server;
    this.tail.onChanges((changes) => this.#tell(changes));
    this.database.onAnswering((answers) => server.emit('database', { answers }));
    this.#timers.push(
      setInterval(() => void this.#sweep().then(() => this.#heartbeat()), heartbeatEvery),
      setInterval(() => this.#cutSlow(), checkSlowEvery),
      setInterval(() => budget.renew(), 1_000),
    );
  }

  /** How many sockets this node serves. */
  get sockets(): number {
    return this.#server?.engine.clientsCount ?? 0;
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    if (!this.#server) return;
    if (this.sockets > 0) {
      this.#server.emit('leaving', { retryAfter: 1_000 + Math.floor(Math.random() * 4_000) });
      await new Promise((sent) => setTimeout(sent, 100));
    }
    this.#server.disconnectSockets(true);
    await this.#server.close();
  }

  /**
   * Tells this node's sockets of an edition that something was computed anew, those that follow a stream of this kind. It
   * is no change: it stands in no journal and says nothing of what was computed.
   */
  tellComputed(editionId: string, what: Computed, follows: (stream: string) => boolean): void {
    for (const socket of this.#server?.sockets.sockets.values() ?? []) {
      const { edition, streams } = socket.data;
      if (edition?.id === editionId && streams?.some(follows)) socket.emit('computed', { what });
    }
  }

  async #noteForeign(cookie: string | undefined): Promise<void> {
    const viewer = await this.viewers.of(cookie, null).catch(() => null);
    this.events.note(viewer, { kind: 'refused', what: 'auth.origin' }, { route: 'GET /live' });
  }

  #welcome(socket: ForumSocket, budget: SocketBudget): void {
    socket.on('follow', (payload, answer) => {
      const request = clientEvents.follow.safeParse(payload);
      const reply = typeof answer === 'function' ? answer : () => undefined;
      if (!request.success) return reply('request.invalid');
      const { edition } = request.data;
      const read = () => this.#follow(socket, edition);
      budget.follow(socket.conn as unknown as Connection, edition, read).then(
        () => reply(null),
        (error: { code?: unknown }) =>
          reply(typeof error.code === 'string' ? error.code : 'temporarily.unavailable'),
      );
    });
  }

  /**
   * Brings a socket to what its viewer may follow. One at a time for each socket: were two readings to cross, the older
   * could join its rooms last and a right that was taken would stay.
   */
  #follow(socket: ForumSocket, slug: string): Promise<void> {
    socket.data.slug = slug;
    socket.data.again = true;
    socket.data.following ??= this.#untilSettled(socket).finally(() => (socket.data.following = undefined));
    return socket.data.following;
  }

  async #untilSettled(socket: ForumSocket): Promise<void> {
    let failure: unknown;
    while (socket.data.again) {
      socket.data.again = false;
      failure = await this.#followOnce(socket, socket.data.slug ?? '').then(
        () => undefined,
        (error: unknown) => error,
      );
    }
    if (failure !== undefined) throw failure;
  }

  async #followOnce(socket: ForumSocket, slug: string): Promise<void> {
    const viewer = await this.viewers.of(socket.data.cookie, slug);
    if (!viewer.edition) return;
    const streams = streamsOfViewer(viewer);
    const rooms = streams.map((stream) => roomOf(viewer.edition?.id ?? '', stream));
    for (const room of socket.rooms)
      if (room !== socket.id && !rooms.includes(room)) await socket.leave(room);
    await socket.join(rooms);
    socket.data.personId = viewer.person?.id ?? null;
    socket.data.rightsOf = [viewer.person, viewer.aide].flatMap((one) => (one ? [`person:${one.id}`] : []));
    socket.data.edition = viewer.edition;
    socket.data.streams = streams;
    // Heads are read after joining: a change in between comes twice, which is harmless, and never not at all.
    const heads = await readHeads(this.database.reader, viewer.edition.id, streams);
    socket.emit('welcome', { heads, now: new Date().toISOString() });
  }

  /** What comes after an edition was shown or hidden goes to those who may know of it then. */
  #tell(changes: readonly JournalledChange[]): void {
    const at = changes.findIndex(concernsEverybody);
    const now = at < 0 ? changes : changes.slice(0, at + 1);
    this.#emit(now);
    const turned = changes[at];
    if (!turned) return;
    this.#leaveAll(turned.editionId);
    this.#tell(changes.slice(at + 1));
  }

  #emit(changes: readonly JournalledChange[]): void {
    if (changes.some(({ change }) => change.type === 'rights.changed' || change.type === 'edition.changed'))
      this.viewers.forget();
    const batches = groupBy(changes, ({ editionId, change }) => roomOf(editionId, change.stream));
    for (const [room, batch] of batches) {
      this.#server?.to(room).emit('changes', { changes: batch.map(({ change }) => change) });
    }
    for (const one of changes)
      if (one.change.type === 'rights.changed' && !concernsEverybody(one))
        void this.#reconsider(one.change.stream);
  }

  /** Takes every socket of an edition out of its streams at once; those who may follow it still are let in again. */
  #leaveAll(editionId: string): void {
    const sockets = [...(this.#server?.sockets.sockets.values() ?? [])].filter(
      ({ data }) => data.edition?.id === editionId,
    );
    for (const socket of sockets) {
      for (const room of socket.rooms) if (room !== socket.id) void socket.leave(room);
      if (socket.data.following) socket.data.again = true;
    }
    void this.#letIn(sockets.filter(({ data }) => !data.following));
  }

  async #letIn(sockets: readonly ForumSocket[]): Promise<void> {
    for (let from = 0; from < sockets.length; from += letInAtOnce)
      await Promise.all(sockets.slice(from, from + letInAtOnce).map((socket) => this.#followAgain(socket)));
  }

  /** Rights of a person changed: their sockets follow what they now may, and those that are about to follow read again. */
  async #reconsider(stream: string): Promise<void> {
    for (const socket of this.#server?.sockets.sockets.values() ?? []) {
      if (socket.data.following) socket.data.again = true;
      else if (socket.data.streams?.includes(stream) || socket.data.rightsOf?.includes(stream))
        await this.#followAgain(socket);
    }
  }

  async #followAgain(socket: ForumSocket): Promise<void> {
    await this.#follow(socket, socket.data.slug ?? '').catch((error: unknown) => {
      this.log.warn({ err: error }, 'a socket lost its rights and is closed');
      socket.disconnect(true);
    });
  }

  /**
   * Whoever signed out elsewhere, or was signed out, hears no more; the app comes back as a visitor. Whoever acts for
   * another by now follows what is theirs, also if no change said so here.
   */
  async #sweep(): Promise<void> {
    const sockets = [...(this.#server?.sockets.sockets.values() ?? [])];
    const cookies = [...new Set(sockets.flatMap((socket) => socket.data.cookie ?? []))];
    if (cookies.length === 0) return;
    const sessions = await this.viewers.sessionsOf(cookies).catch(() => null);
    for (const socket of sockets) {
      const session = sessions?.get(socket.data.cookie ?? '');
      const { edition } = socket.data;
      if (session === null) socket.conn.close();
      else if (session && edition && personIn(session, edition.id) !== socket.data.personId) {
        this.viewers.forget();
        await this.#followAgain(socket);
      }
    }
  }

  async #heartbeat(): Promise<void> {
    const sockets = [...(this.#server?.sockets.sockets.values() ?? [])].filter(
      (socket) => socket.data.edition,
    );
    const now = new Date().toISOString();
    for (const [editionId, group] of groupBy(sockets, (socket) => socket.data.edition?.id ?? '')) {
      const streams = [...new Set(group.flatMap((socket) => socket.data.streams ?? []))];
      const heads = await readHeads(this.database.reader, editionId, streams).catch(() => null);
      if (!heads) {
        // Without a word they would take this socket for dead, and all come back at once.
        for (const socket of group) socket.emit('database', { answers: false });
        continue;
      }
      for (const socket of group) {
        const own = Object.fromEntries(
          (socket.data.streams ?? []).map((stream) => [stream, heads[stream] ?? 0]),
        );
        socket.emit('heartbeat', { heads: own, now });
      }
    }
  }

  #cutSlow(): void {
    for (const socket of this.#server?.sockets.sockets.values() ?? []) {
      const waiting = (socket.conn as unknown as { writeBuffer: readonly unknown[] }).writeBuffer.length;
      if (waiting > mostPacketsWaiting) socket.conn.close();
    }
  }
}
