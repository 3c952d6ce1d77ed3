import { Worker } from 'node:worker_threads';
import type { PlanInstance } from '@forum/planner/instance/instance';
import type { PlanProgress } from '@forum/planner/plan/plan';
import type { Infeasible, Placement, Plan } from '@forum/planner/plan/plan-result';
import { coolingOf, plannedFor, replayOf } from '@forum/planner/search/run-core';
import { threadScript } from '../threads/thread-script.ts';
import { phase, type PlannerAsk, type PlannerTask, type PlannerTold, signal } from './planner-messages.ts';

/** How a plan is asked for: so many seconds, or so many iterations. */
export interface PlannerRequest {
  readonly seed: number;
  readonly seconds?: number | undefined;
  readonly iterations?: number | undefined;
  readonly start?: readonly (Placement | null)[] | undefined;
  readonly stay?: number | undefined;
  readonly onProgress?: (progress: PlanProgress) => void;
}

/** The searches of one run: always two, so that a run on a larger machine gives the same plan. */
const lanes = 2;
/**
 * A search is quicker once it has cooled, so a run is cooled for more than its measured speed does in the time;
 * what it does not reach is cooled in haste, which takes the last of the time.
 */
const share = 1.25;
const lastOfTime = 0.96;
/** How long a run takes when nobody says. */
const usualSeconds = 10;
const mostIterations = 2_000_000_000;
/** What giving tables and reasons to each meeting takes at the end of a run, in seconds. */
const endingOfEach = 1.5e-5;
/** How quick a search is that was not measured. */
const guessedPerSecond = 300_000;
/** An instance of more meetings is not measured before it is searched: building a plan twice takes too long. */
const mostMeasured = 30_000;

/**
 * Plans in threads of its own, never in a request: two searches of the same instance, the better answer wins. A run of
 * so many seconds is cooled for the iterations that the machine does in them, and says with how many it is replayed.
 */
export class PlannerRun {
  private readonly workers: Worker[] = [];
  private readonly signals = new Int32Array(new SharedArrayBuffer(8));
  private readonly paused = new Map<number, number>();
  private readonly plans = new Map<number, Plan>();
  private readonly began = performance.now();
  private timer: NodeJS.Timeout | undefined;
  private given = 0;
  private isCancelled = false;
  private settle: { resolve(answer: Plan | Infeasible): void; reject(error: Error): void } | undefined;

  constructor(
    private readonly instance: PlanInstance,
    private readonly request: PlannerRequest,
  ) {}

  /** Runs to the end, or until it is cancelled. */
  async answer(): Promise<Plan | Infeasible> {
    const answered = new Promise<Plan | Infeasible>((resolve, reject) => (this.settle = { resolve, reject }));
    for (let lane = 0; lane < lanes; lane += 1) this.workers.push(this.start(lane));
    this.ask(0, { ask: 'prove', measured: this.measured() });
    try {
      return await answered;
    } finally {
      clearTimeout(this.timer);
      this.signal(phase.end);
      await Promise.all(this.workers.map((worker) => worker.terminate()));
    }
  }

  /** A twentieth of the time, at most a fifth of a second; none when the iterations are given. */
  private measured(): number {
    const { iterations, seconds = usualSeconds } = this.request;
    if (this.instance.meetings.length > mostMeasured) return 0;
    return iterations === undefined ? Math.min(200, seconds * 50) : 0;
  }

  /** Ends the search as if its time were up: the best plan so far is the answer, and says how it is replayed. */
  cancel(): void {
    this.isCancelled = true;
    if (this.given > 0) this.pause();
  }

  private start(lane: number): Worker {
    const task: PlannerTask = {
      instance: this.instance,
      seed: this.request.seed,
      lane,
      start: this.request.start ?? null,
      stay: this.request.stay ?? 0,
      signals: this.signals.buffer as SharedArrayBuffer,
    };
    const worker = new Worker(threadScript('planner'), { workerData: task });
    worker.on('message', (message: PlannerTold) => this.hear(message));
    worker.on('error', (error) => this.settle?.reject(error as Error));
    return worker;
  }

  private ask(lane: number, ask: PlannerAsk): void {
    this.workers[lane]!.postMessage(ask);
  }

  private signal(to: number): void {
    Atomics.store(this.signals, signal.phase, to);
    Atomics.notify(this.signals, signal.phase);
  }

  private hear(message: PlannerTold): void {
    if (message.told === 'failed') this.settle?.reject(new Error(message.message));
    if (message.told === 'infeasible') this.settle?.resolve(message.answer);
    if (message.told === 'possible') this.search(message.iterationsPerSecond);
    if (message.told === 'progress') this.request.onProgress?.(message.progress);
    if (message.told === 'paused') this.meet(message.lane, message.iterations);
    if (message.told === 'plan') this.end(message.lane, message.answer);
  }

  private search(iterationsPerSecond: number): void {
    const { seconds = usualSeconds, iterations } = this.request;
    if (iterations === undefined) {
      const ending = endingOfEach * this.instance.meetings.length;
      const left = Math.max(0.02, seconds - ending - (performance.now() - this.began) / 1000);
      const perSecond = iterationsPerSecond || guessedPerSecond;
      this.given = plannedFor(Math.min(mostIterations, Math.max(1, perSecond * left * share)));
      this.timer = setTimeout(() => this.pause(), left * lastOfTime * 1000);
    } else {
      this.given = iterations;
    }
    if (this.isCancelled) this.pause();
    for (let lane = 0; lane < lanes; lane += 1) this.ask(lane, { ask: 'plan', iterations: this.given });
  }

  /** Time is up: the lanes wait for each other, and go on to the same iteration. */
  private pause(): void {
    if (Atomics.load(this.signals, signal.phase) === phase.search) this.signal(phase.pause);
  }

  private meet(lane: number, iterations: number): void {
    this.paused.set(lane, iterations);
    if (this.paused.size + this.plans.size < lanes) return;
    const done = [...this.paused.values(), ...[...this.plans.values()].map(({ searched }) => searched)];
    Atomics.store(this.signals, signal.limit, Math.max(...done));
    this.signal(phase.limited);
  }

  private end(lane: number, answer: Plan): void {
    this.plans.set(lane, answer);
    if (this.plans.size === lanes) {
      this.settle?.resolve(this.better());
      return;
    }
    if (Atomics.load(this.signals, signal.phase) === phase.pause) {
      // The others wait for one that has ended meanwhile.
      const [waiting] = this.paused;
      if (waiting) this.meet(...waiting);
      return;
    }
    // A lane that has ended early has a proven plan: the others need not go further than it went.
    if (answer.searched < coolingOf(this.given).iterations) {
      Atomics.store(this.signals, signal.limit, answer.searched);
      this.signal(phase.limited);
    }
  }

  private better(): Plan {
    const plans = [...this.plans.entries()].sort(([one], [other]) => one - other).map(([, answer]) => answer);
    const { iterations } = coolingOf(this.given);
    const limit = this.paused.size > 0 ? Atomics.load(this.signals, signal.limit) : iterations;
    const least = Math.min(...plans.map(({ searched }) => searched));
    // How far the others had come when a proven plan ended the run is chance: it alone counts.
    const isProven = least < limit;
    const candidates = isProven ? plans.filter(({ searched }) => searched === least) : plans;
    const best = candidates.reduce((better, one) => (isBetter(one, better) ? one : better));
    return { ...best, iterations: this.replayed() };
  }

  private replayed(): number {
    const { planned } = coolingOf(this.given);
    return this.paused.size > 0 ? replayOf(Atomics.load(this.signals, signal.limit), planned) : this.given;
  }
}

/** By terms; between equal ones the first lane keeps its place. */
function isBetter(one: Plan, other: Plan): boolean {
  for (const [n, term] of one.terms.entries()) {
    const difference = term.value - other.terms[n]!.value;
    if (difference !== 0) return difference < 0;
  }
  return false;
}
