import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

/** Hears of a server that ended, of each try that failed, and that it runs again. */
export type TellOfServer = (level: 'info' | 'error', what: string, error?: unknown) => void;

const longestPause = 5_000;

/** A server that is started again whenever it ends without being told to. */
export class WatchedServer {
  #server!: ChildProcess;
  #reviving: Promise<void> = Promise.resolve();
  readonly #stopped = new AbortController();

  /** @param launch Starts it once more and answers when it is ready. */
  constructor(
    server: ChildProcess,
    private readonly launch: () => Promise<ChildProcess>,
    private readonly tell: TellOfServer,
  ) {
    this.#watch(server);
  }

  /** A fast shutdown: open transactions are rolled back, everything committed is on disk. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#reviving;
    if (hasEnded(this.#server)) return;
    await new Promise<void>((resolve) => {
      this.#server.once('exit', () => resolve());
      this.#server.kill('SIGINT');
    });
  }

  #watch(server: ChildProcess): void {
    this.#server = server;
    const revive = () => (this.#reviving = this.#revive());
    if (hasEnded(server)) revive();
    else server.once('exit', revive);
  }

  async #revive(): Promise<void> {
    const { exitCode, signalCode } = this.#server;
    const { signal } = this.#stopped;
    if (signal.aborted) return;
    this.tell('error', `PostgreSQL ended (${signalCode ?? exitCode}) and is started again`);
    for (let wait = 100; !signal.aborted; wait = Math.min(2 * wait, longestPause)) {
      try {
        this.#watch(await this.launch());
        return this.tell('info', 'PostgreSQL runs again');
      } catch (error) {
        this.tell('error', 'PostgreSQL cannot be started again yet', error);
        await pause(wait, undefined, { signal }).catch(() => undefined);
      }
    }
  }
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;
