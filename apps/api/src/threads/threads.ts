import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DomainError } from '@forum/domain/errors';
import { Piscina } from 'piscina';
import { type Answered, doneOf } from './refusable.ts';

/** How work of one kind is done outside the event loop, and how much of it at most. */
export interface ThreadLimits {
  /** The file of the script; see `thread-script.ts`. */
  readonly script: string;
  readonly threads: number;
  /** How many tasks may wait for a thread; one more is refused. */
  readonly waiting: number;
  /** From asking to the answer; whoever waits longer is refused, and the thread is ended. */
  readonly seconds: number;
  /** What a thread may hold of values of its own; one that needs more is ended, and only its task is lost. */
  readonly megabytes: number;
}

/** A task was ended at a limit: it took too long, or too much memory. */
export class ThreadLimitReached extends Error {
  constructor(
    readonly limit: 'time' | 'memory',
    script: string,
  ) {
    super(`a task of ${script} was ended: too much ${limit}`);
  }
}

type Works<Scripts> = {
  [Name in keyof Scripts]: Scripts[Name] extends (task: infer Task) => Promise<Answered<infer Result>>
    ? { task: Task; result: Result }
    : never;
};

/** Milliseconds after which a thread with nothing to do ends and gives its memory back. */
const idle = 60_000;
const retryAfter = 5;

/** Threads of one kind. Their script exports its works, each wrapped in `refusable`. */
export class ThreadPool<Script> {
  readonly #threads: Piscina;
  #asked = 0;

  constructor(private readonly limits: ThreadLimits) {
    this.#threads = new Piscina({
      filename: limits.script,
      minThreads: 0,
      maxThreads: limits.threads,
      idleTimeout: idle,
      resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
      // Statistics of each task, which nobody reads.
      recordTiming: false,
    });
  }

  /**
   * Does one piece of work in a thread.
   *
   * @throws DomainError what the work refuses; `temporarily.unavailable` when as many wait as may
   * @throws ThreadLimitReached when it took too long or too much memory
   */
  async run<Name extends keyof Script & string>(
    name: Name,
    task: Works<Script>[Name]['task'],
  ): Promise<Works<Script>[Name]['result']> {
    const { seconds, script, threads, waiting } = this.limits;
    if (this.#asked >= threads + waiting) throw isFull();
    this.#asked += 1;
    try {
      const answered = (await this.#threads.run(task, {
        name,
        signal: AbortSignal.timeout(seconds * 1000),
      })) as Answered<Works<Script>[Name]['result']>;
      return doneOf(answered);
    } catch (error) {
      const { code, name: kind } = error as { code?: string; name?: string };
      if (kind === 'AbortError') throw new ThreadLimitReached('time', script);
      if (code === 'ERR_WORKER_OUT_OF_MEMORY') throw new ThreadLimitReached('memory', script);
      throw error;
    } finally {
      this.#asked -= 1;
    }
  }

  /** Ends the threads, whatever they do. */
  close(): Promise<void> {
    return this.#threads.destroy();
  }
}

const isFull = () =>
  new DomainError(
    'temporarily.unavailable',
    { retryAfter },
    'Too much work of this kind waits already. Try again in a few seconds.',
  );

/** Opens threads for the subjects, and ends all of them when the server goes. */
@Injectable()
export class Threads implements OnApplicationShutdown {
  readonly #pools: ThreadPool<never>[] = [];

  /** Threads that do what a script exports; none is started before there is something to do. */
  open<Script>(limits: ThreadLimits): ThreadPool<Script> {
    const pool = new ThreadPool<Script>(limits);
    this.#pools.push(pool as unknown as ThreadPool<never>);
    return pool;
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.#pools.map((pool) => pool.close()));
  }
}
