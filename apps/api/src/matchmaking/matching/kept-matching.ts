import { type MatchingState } from '@forum/contract/matchmaking';
import { dueAt, isOutdated, type MatchingCourse } from './matching-pace.ts';
import { type EditionMatching } from './matcher.service.ts';

/** The last finished matching, and how recent it is. */
export interface KnownMatching {
  /** Null while the first is being computed. */
  matching: EditionMatching | null;
  state: MatchingState;
}

/** What a kept matching needs around it. */
export interface Surroundings {
  make: () => Promise<EditionMatching>;
  /** Whether this node hears of every change. */
  isFollowing: () => boolean;
  /** A newer one can be asked for. */
  finished: () => void;
  failed: (error: unknown) => void;
}

interface Finished {
  matching: EditionMatching;
  asOf: Date;
  at: number;
  took: number;
  followed: boolean;
}

/**
 * Keeps one matching. The last finished one is told at once; a newer one is made behind it, one at a time, when somebody
 * asks or, once somebody has, when it is outdated. Who is told of it filters it by what is so at that moment: it says who
 * would fit, never who may be shown.
 */
export class KeptMatching {
  readonly #around: Surroundings;
  #last: Finished | null = null;
  #outdated: { first: number; last: Date } | null = null;
  #filled = false;
  #failedAt: number | null = null;
  #making = false;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** What is known now; what is old is made anew meanwhile. */
  ask(): KnownMatching {
    const course = this.#course();
    const due = dueAt(course);
    if (isOutdated(course) || due <= performance.now()) this.#makeAt(due);
    return { matching: this.#last?.matching ?? null, state: this.#state() };
  }

  /** A firm, a profile, a setting or a pair has changed. */
  outdate(): void {
    this.#outdated = { first: this.#outdated?.first ?? performance.now(), last: new Date() };
    this.#makeAt(dueAt(this.#course()));
  }

  /** A meeting or somebody's hours have changed: soon enough when somebody asks. */
  fill(): void {
    this.#filled = true;
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  #course(): MatchingCourse {
    const last = this.#last;
    return {
      madeAt: last?.at ?? null,
      took: last?.took ?? 0,
      outdatedAt: this.#outdated?.first ?? null,
      filled: this.#filled,
      followed: (last?.followed ?? false) && this.#around.isFollowing(),
      failedAt: this.#failedAt,
    };
  }

  /** It was brought up to date by the last change too: what is told of it is filtered by what that changed. */
  #state(): MatchingState {
    const known = this.#last && [this.#last.asOf, ...(this.#outdated ? [this.#outdated.last] : [])];
    const asOf = known ? new Date(Math.max(...known.map(Number))).toISOString() : null;
    if (this.#failedAt !== null) return { asOf, newer: 'delayed' };
    return { asOf, newer: this.#making || this.#timer ? 'computing' : 'none' };
  }

  #makeAt(due: number): void {
    if (this.#making || this.#stopped) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const wait = due - performance.now();
    if (wait <= 0) void this.#make();
    else this.#timer = setTimeout(() => void this.#make(), Math.ceil(wait));
  }

  async #make(): Promise<void> {
    this.#making = true;
    this.#timer = undefined;
    const [outdated, filled] = [this.#outdated, this.#filled];
    [this.#outdated, this.#filled] = [null, false];
    const [followed, began, asOf] = [this.#around.isFollowing(), performance.now(), new Date()];
    try {
      const matching = await this.#around.make();
      const at = performance.now();
      this.#last = { matching, asOf, at, took: at - began, followed };
      this.#failedAt = null;
    } catch (error) {
      this.#failedAt = performance.now();
      this.#outdated ??= outdated;
      this.#filled ||= filled;
      if (!this.#stopped) this.#around.failed(error);
    } finally {
      this.#making = false;
    }
    if (this.#stopped || this.#failedAt !== null) return;
    if (this.#outdated) this.#makeAt(dueAt(this.#course()));
    this.#around.finished();
  }
}
