import type { MatchingState } from '@forum/contract/matchmaking/shared';
import { commonTo, suggestSame } from './compare-matchings.ts';
import { dueAt, gathering, isOutdated, type MatchingCourse } from './matching-pace.ts';
import type { EditionMatching } from './matcher.service.ts';

/** The last finished matching, and how recent it is. */
export interface KnownMatching {
  /** Null while the first is being computed. */
  matching: EditionMatching | null;
  state: MatchingState;
}

/** What a kept matching needs around it. */
export interface MatchingHooks {
  make: () => Promise<EditionMatching>;
  /** Whether this node hears of every change. */
  isFollowing: () => boolean;
  /** Another answer can be asked for. */
  tell: () => void;
  failed: (error: unknown) => void;
}

interface Finished {
  matching: EditionMatching;
  asOf: Date;
  at: number;
  followed: boolean;
}

/**
 * Keeps one matching. The last finished one is told at once; a newer one is made behind it, one at a time, when somebody
 * asks or, once somebody has, when it is outdated. Who is told of it filters it by what is so at that moment: it says who
 * would fit, never who may be shown.
 *
 * A firm that must not be met leaves a list as soon as that is so, and others take its place with the next matching. So
 * that nobody can tell it from a firm that became full, those leave in the same two steps: first they are gone and a newer
 * matching is said to be on its way, then others take their place.
 */
export class KeptMatching {
  readonly #around: MatchingHooks;
  #last: Finished | null = null;
  /** The one before, while only what both suggest is told. */
  #leaving: EditionMatching | null = null;
  /** When the first change came that the one that is made next must know. */
  #outdatedAt: number | null = null;
  #changed: Date | null = null;
  #filled = false;
  #failedAt: number | null = null;
  #making: 'for a change' | 'quietly' | null = null;
  #timer: NodeJS.Timeout | undefined;
  #settling: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(around: MatchingHooks) {
    this.#around = around;
  }

  /** What is known now; what is old is made anew meanwhile. */
  ask(): KnownMatching {
    const course = this.#course();
    const due = dueAt(course);
    if (isOutdated(course) || due <= performance.now()) this.#makeAt(due);
    const last = this.#last?.matching ?? null;
    return { matching: last && this.#leaving ? commonTo(this.#leaving, last) : last, state: this.#state() };
  }

  /** A firm, a profile, a setting or a pair has changed. */
  outdate(): void {
    const { newer } = this.#state();
    this.#outdatedAt ??= performance.now();
    this.#changed = new Date();
    this.#makeAt(dueAt(this.#course()));
    if (newer === 'none') this.#around.tell();
  }

  /** A meeting or somebody's hours have changed: soon enough when somebody asks. */
  fill(): void {
    this.#filled = true;
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#settling);
  }

  #course(): MatchingCourse {
    const last = this.#last;
    return {
      madeAt: last?.at ?? null,
      took: last?.matching.took ?? 0,
      outdatedAt: this.#outdatedAt,
      filled: this.#filled,
      followed: (last?.followed ?? false) && this.#around.isFollowing(),
      failedAt: this.#failedAt,
    };
  }

  /** It was brought up to date by the last change too: what is told of it is filtered by what that changed. */
  #state(): MatchingState {
    const asOf =
      this.#last && new Date(Math.max(Number(this.#last.asOf), Number(this.#changed))).toISOString();
    if (this.#failedAt !== null) return { asOf, newer: 'delayed' };
    const isOnItsWay = this.#making === 'for a change' || this.#timer || this.#leaving;
    return { asOf, newer: isOnItsWay || this.#outdatedAt !== null ? 'computing' : 'none' };
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
    const isQuiet = this.#last !== null && !isOutdated(this.#course()) && this.#failedAt === null;
    this.#making = isQuiet ? 'quietly' : 'for a change';
    this.#timer = undefined;
    const [outdatedAt, filled] = [this.#outdatedAt, this.#filled];
    [this.#outdatedAt, this.#filled] = [null, false];
    const [followed, asOf] = [this.#around.isFollowing(), new Date()];
    try {
      const matching = await this.#around.make();
      const before = this.#last?.matching ?? null;
      this.#last = { matching, asOf, at: performance.now(), followed };
      this.#failedAt = null;
      this.#replace(isQuiet ? before : null);
    } catch (error) {
      this.#failedAt = performance.now();
      this.#outdatedAt ??= outdatedAt;
      this.#filled ||= filled;
      if (!this.#stopped) this.#around.failed(error);
    } finally {
      this.#making = null;
    }
    if (this.#stopped || this.#failedAt !== null) return;
    if (this.#outdatedAt !== null) this.#makeAt(dueAt(this.#course()));
    if (!isQuiet || this.#leaving) this.#around.tell();
  }

  /** From now on the last one is told; beside one that it quietly replaces, first what both suggest. */
  #replace(before: EditionMatching | null): void {
    clearTimeout(this.#settling);
    this.#leaving = null;
    const last = this.#last;
    if (!before || !last || this.#stopped || suggestSame(before, last.matching)) return;
    this.#leaving = before;
    this.#settling = setTimeout(() => {
      this.#leaving = null;
      this.#around.tell();
    }, gathering + last.matching.took);
  }
}
