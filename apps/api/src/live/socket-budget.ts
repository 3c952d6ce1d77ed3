import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { DomainError } from '@forum/domain/errors';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Admission } from '../budgets/admission.ts';
import { Limits } from '../budgets/limits.ts';
import { Shed } from '../budgets/shed.ts';

/** A connection as Engine.IO gives it, with what its types keep to themselves. */
export interface Connection {
  id: string;
  request: IncomingMessage;
  on(event: 'packet' | 'close', listener: () => void): unknown;
  close(discard?: boolean): void;
  transport: unknown;
}

/** Packets of a client in a second. The app sends one when it connects, and a pong now and then. */
const mostPackets = 20;

/** What sockets may cost: how many there are, how much each sends, and how often it asks what to follow. */
@Injectable()
export class SocketBudget {
  readonly #sessionOf = new WeakMap<IncomingMessage, string | null>();
  readonly #open = new Map<string | null, number>();
  readonly #packets = new Map<Connection, number>();
  readonly #reading = new WeakMap<Connection, { edition: string; done: Promise<void> }>();
  readonly #handshakes: RateLimiterMemory;
  readonly #follows = new RateLimiterMemory({ points: 5, duration: 10 });

  constructor(
    private readonly admission: Admission,
    private readonly limits: Limits,
    private readonly shed: Shed,
  ) {
    this.#handshakes = new RateLimiterMemory({ points: limits.anonymousHandshakes, duration: 1 });
  }

  /** Whether a socket may be opened now. Sockets of strangers are bounded as a whole, those of a session one by one. */
  async admits(request: IncomingMessage): Promise<boolean> {
    try {
      const sessionId = await this.admission.sessionOf(
        request.headers.cookie,
        () => request.socket.destroyed,
      );
      if (sessionId !== null) await this.admission.spend(sessionId, 1);
      const isFull = sessionId === null ? await this.#isFullOfStrangers() : this.#isFullOf(sessionId);
      if (isFull) this.shed.note(sessionId === null ? 'anonymous-socket' : 'session-socket');
      this.#sessionOf.set(request, sessionId);
      return !isFull;
    } catch (error) {
      // A budget that is spent; or no word from the database, which a socket cannot do without.
      if (error instanceof DomainError) return false;
      throw error;
    }
  }

  /** Begins to count what a connection sends; it is cut off when that is more than any client would. */
  count(connection: Connection): void {
    const sessionId = this.#sessionOf.get(connection.request) ?? null;
    this.#open.set(sessionId, this.#openOf(sessionId) + 1);
    this.#packets.set(connection, 0);
    connection.on('packet', () => {
      const packets = (this.#packets.get(connection) ?? 0) + 1;
      this.#packets.set(connection, packets);
      if (packets === mostPackets + 1) this.#cut(connection);
    });
    connection.on('close', () => {
      this.#packets.delete(connection);
      const left = this.#openOf(sessionId) - 1;
      if (left > 0) this.#open.set(sessionId, left);
      else this.#open.delete(sessionId);
    });
  }

  /** A second has passed. */
  renew(): void {
    for (const connection of this.#packets.keys()) this.#packets.set(connection, 0);
  }

  /**
   * Reads for a socket what it is to follow, if it has not asked too often; a stranger's waits in the line of strangers.
   * What waits or is read for the same edition is not begun again: whatever changes meanwhile asks for that itself.
   */
  async follow(connection: Connection, edition: string, read: () => Promise<void>): Promise<void> {
    const refused = await this.#follows.consume(connection.id).then(
      () => false,
      () => true,
    );
    if (refused) throw this.shed.refusal('follow', 10_000);
    const before = this.#reading.get(connection);
    if (before?.edition === edition) return before.done;
    const isGone = () => connection.request.socket.destroyed;
    const isSignedIn = Boolean(this.#sessionOf.get(connection.request));
    const reading = { edition, done: isSignedIn ? read() : this.admission.anonymously(read, isGone) };
    this.#reading.set(connection, reading);
    try {
      await reading.done;
    } finally {
      if (this.#reading.get(connection) === reading) this.#reading.delete(connection);
    }
  }

  #openOf(sessionId: string | null): number {
    return this.#open.get(sessionId) ?? 0;
  }

  #isFullOf(sessionId: string): boolean {
    return this.#openOf(sessionId) >= this.limits.sessionSockets;
  }

  async #isFullOfStrangers(): Promise<boolean> {
    if (this.#openOf(null) >= this.limits.anonymousSockets) return true;
    return this.#handshakes.consume('all').then(
      () => false,
      () => true,
    );
  }

  /** A goodbye would be waited for, and all that is on its way be read until then. */
  #cut(connection: Connection): void {
    this.shed.note('flooding-socket');
    connection.close(true);
    (connection.transport as { socket?: { terminate(): void } }).socket?.terminate();
  }
}
