import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Config } from '../config.ts';
import { secretIn } from '../identity/session-cookie.ts';
import { Viewers } from '../identity/viewers.ts';
import { costOf } from './costs.ts';
import { Gate } from './gate.ts';
import { Limits } from './limits.ts';
import { Shed, type ShedKind } from './shed.ts';

/** Answered from constants, or from what all who ask share. */
const free = new Set(['/api/health/live', '/api/health/ready', '/api/openapi.json']);
const mostKnownCookies = 100_000;
const comeBackAfter = 5_000;
/** Whoever asks again as soon as they are refused is refused once a second. */
const refuseAfter = 1_000;

type Leave = () => void;

/**
 * Decides who is served now. A session has a budget and a few requests at once; what strangers ask for passes one gate
 * for all of them, signing in another. Nothing is counted by connection or network address: behind a proxy all
 * connections are the proxy's, and thousands share one address.
 */
@Injectable()
export class Admission {
  readonly #sessions: RateLimiterMemory;
  readonly #gates: Record<'anonymous' | 'sign-in' | 'unknown-cookie' | 'kept', Gate>;
  readonly #ofSession = new Map<string, Gate>();
  readonly #leaving = new WeakMap<FastifyRequest, Leave>();
  /** Cookies that named a session once: they pass without the gate for unknown ones, and prove nothing else. */
  readonly #known = new Set<string>();

  constructor(
    private readonly viewers: Viewers,
    private readonly config: Config,
    private readonly shed: Shed,
    private readonly limits: Limits,
  ) {
    this.#sessions = new RateLimiterMemory({ points: limits.sessionPoints, duration: 60 });
    this.#gates = {
      anonymous: new Gate(limits.anonymous),
      'sign-in': new Gate(limits.signIn),
      'unknown-cookie': new Gate(limits.unknownCookies),
      kept: new Gate(limits.kept),
    };
  }

  /** From now on decides for each request to the API; addresses that `isKept` tells of are answered from memory. */
  attach(server: FastifyInstance, isKept: (pattern: string) => boolean): void {
    // After the body was read: nobody holds a place with a body that does not end.
    server.addHook('preValidation', async (request) => {
      const pattern = request.routeOptions.url ?? '';
      if (!pattern.startsWith('/api/') || free.has(pattern)) return;
      const leave = await this.#admit(request, isKept(pattern)).catch(async (refused: unknown) => {
        await pause(refuseAfter, undefined, { ref: false });
        throw refused;
      });
      if (leave) this.#leaving.set(request, leave);
    });
    // Before the answer is sent: nobody holds a place by reading slowly.
    server.addHook('onSend', (request, _, __, next) => {
      this.#leaving.get(request)?.();
      next();
    });
    server.addHook('onResponse', (request: FastifyRequest, _: FastifyReply, next: () => void) => {
      this.#leaving.get(request)?.();
      next();
    });
  }

  async #admit(request: FastifyRequest, isKept: boolean): Promise<Leave | null> {
    const pattern = request.routeOptions.url ?? '';
    const isGone = () => request.raw.socket.destroyed;
    const sessionId = await this.sessionOf(request.headers.cookie, isGone);
    if (isKept) return this.#enter(this.#gates.kept, 'anonymous', isGone);
    if (sessionId !== null) {
      await this.spend(sessionId, costOf(request.method, pattern));
      return this.#enterOf(sessionId, isGone);
    }
    const kind = pattern.startsWith('/api/sign-in/') ? 'sign-in' : 'anonymous';
    return this.#enter(this.#gates[kind], kind, isGone);
  }

  /** The session that a Cookie header names, or null for a stranger. */
  async sessionOf(cookie: string | undefined, isGone?: () => boolean): Promise<string | null> {
    const secret = secretIn(cookie, this.config);
    if (!secret) return null;
    if (this.#known.has(secret)) return this.viewers.sessionOf(cookie);
    const leave = await this.#enter(this.#gates['unknown-cookie'], 'unknown-cookie', isGone);
    try {
      const sessionId = await this.viewers.sessionOf(cookie);
      if (this.#known.size >= mostKnownCookies) this.#known.clear();
      if (sessionId !== null) this.#known.add(secret);
      return sessionId;
    } finally {
      leave();
    }
  }

  /** Takes points from the budget of a session, or refuses with 429. */
  spend(sessionId: string, points: number): Promise<void> {
    return this.#take(this.#sessions, 'session', sessionId, points);
  }

  /** Does work of a stranger when it is its turn. */
  async anonymously<Result>(work: () => Promise<Result>, isGone: () => boolean): Promise<Result> {
    const leave = await this.#enter(this.#gates.anonymous, 'anonymous', isGone);
    try {
      return await work();
    } finally {
      leave();
    }
  }

  async #take(limiter: RateLimiterMemory, kind: ShedKind, key: string, points: number): Promise<void> {
    await limiter.consume(key, points).catch((refused: unknown) => {
      throw refused instanceof RateLimiterRes ? this.shed.refusal(kind, refused.msBeforeNext) : refused;
    });
  }

  async #enterOf(sessionId: string, isGone: () => boolean): Promise<Leave> {
    const gate = this.#ofSession.get(sessionId) ?? new Gate(this.limits.session);
    this.#ofSession.set(sessionId, gate);
    const leave = await this.#enter(gate, 'session', isGone);
    return () => {
      leave();
      if (gate.isIdle) this.#ofSession.delete(sessionId);
    };
  }

  #enter(gate: Gate, kind: ShedKind, isGone?: () => boolean): Promise<Leave> {
    const entered = gate.enter(isGone);
    return entered ?? Promise.reject(this.shed.refusal(kind, comeBackAfter));
  }
}
