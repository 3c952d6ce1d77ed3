import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DomainError } from '@forum/domain/errors';
import { Log } from '../operations/log.ts';

/** What is refused or cut off so that others are served. */
export const shedKinds = [
  'session',
  'anonymous',
  'sign-in',
  'unknown-cookie',
  'anonymous-socket',
  'session-socket',
  'follow',
  'flooding-socket',
] as const;
export type ShedKind = (typeof shedKinds)[number];

const toldEvery = 10_000;

/** Counts what is shed, and says so in the log at most every ten seconds: a line for each would be a flood too. */
@Injectable()
export class Shed implements OnApplicationShutdown {
  readonly #counts = new Map<ShedKind, number>(shedKinds.map((kind) => [kind, 0]));
  #untold: Partial<Record<ShedKind, number>> = {};
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly log: Log) {}

  /** How often each kind was shed since the start. */
  get counts(): ReadonlyMap<ShedKind, number> {
    return this.#counts;
  }

  note(kind: ShedKind): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
    this.#untold[kind] = (this.#untold[kind] ?? 0) + 1;
    this.#timer ??= setTimeout(() => this.#tell(), toldEvery);
  }

  /** Notes it and makes the refusal: 429, to come back after so many milliseconds. */
  refusal(kind: ShedKind, waitMs: number): DomainError {
    this.note(kind);
    const retryAfter = Math.max(1, Math.ceil(waitMs / 1000));
    return new DomainError(
      'rate.limited',
      { retryAfter },
      `${sentences[kind]} Come back in ${retryAfter} s.`,
    );
  }

  onApplicationShutdown(): void {
    clearTimeout(this.#timer);
    if (this.#timer) this.#tell();
  }

  #tell(): void {
    this.log.warn(this.#untold, 'shed, so that others are served');
    this.#untold = {};
    this.#timer = undefined;
  }
}

const busy = 'The forum is busy, and serves those first who are signed in.';
const sentences: Record<ShedKind, string> = {
  session: 'This device asked for more in a minute than ten people do.',
  anonymous: busy,
  'sign-in': 'Too many people sign in at this moment.',
  'unknown-cookie': 'Too many people come at this moment.',
  'anonymous-socket': busy,
  'session-socket': 'This device holds too many connections.',
  follow: 'This connection asked too often what to follow.',
  'flooding-socket': 'This connection sent too much.',
};
