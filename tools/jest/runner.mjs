import { Worker } from 'jest-worker';

const beside = (name) => new URL(name, import.meta.url);

/** Jest's runner of files: in processes of plain Node that load the product once, not once for each file. See decision 18. */
export default class Runner {
  supportsEventEmitters = false;
  #config;

  constructor(config) {
    this.#config = config;
  }

  async runTests(tests, watcher, onStart, onResult, onFailure) {
    const { maxWorkers, workerIdleMemoryLimit, testTimeout, testNamePattern } = this.#config;
    const workers = new Worker(beside('worker.mjs'), {
      exposedMethods: ['run'],
      numWorkers: maxWorkers,
      idleMemoryLimit: workerIdleMemoryLimit,
      // One that is renewed because it has grown counts as one.
      maxRetries: 1,
      forkOptions: {
        stdio: 'inherit',
        execArgv: ['--enable-source-maps', '--no-warnings', '--import', beside('register.mjs').href],
      },
    });
    const waiting = [...tests];
    const runNext = async () => {
      while (waiting.length > 0 && !watcher.isInterrupted()) {
        const test = waiting.shift();
        await onStart(test);
        await workers.run({ file: test.path, testTimeout, testNamePattern }).then(
          (result) => onResult(test, result),
          ({ message, stack }) => onFailure(test, { message, stack }),
        );
      }
    };
    await Promise.all(Array.from({ length: maxWorkers }, runNext));
    await workers.end();
  }
}
