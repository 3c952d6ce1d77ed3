import { appendFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Prints a line for each file as it ends, and appends its counts to the file TEST_RESULTS, one JSON object a line, so
 * that no result is lost when the runner itself dies.
 */
export default class JestProgress {
  #total = 0;
  #ended = 0;

  onRunStart({ numTotalTestSuites }) {
    this.#total = numTotalTestSuites;
  }

  onTestFileResult(test, result) {
    const file = path.relative(process.cwd(), test.path);
    // A file that could not be run to its end is one failure beside those of its tests.
    const died = result.testExecError || (result.testResults.length === 0 && !result.skipped) ? 1 : 0;
    const counts = {
      file,
      passed: result.numPassingTests,
      failed: result.numFailingTests + (result.numFailingTests === 0 ? died : 0),
      skipped: result.numPendingTests + result.numTodoTests,
      ...(result.failureMessage ? { why: result.failureMessage } : {}),
    };
    appendFileSync(process.env.TEST_RESULTS, `${JSON.stringify(counts)}\n`);
    this.#print(counts, result);
  }

  #print({ file, passed, failed, skipped }, { perfStats, failureMessage }) {
    const seconds = ((perfStats.end - perfStats.start) / 1000).toFixed(1);
    const counted = [
      `${passed} passed`,
      ...(failed > 0 ? [`${failed} failed`] : []),
      ...(skipped > 0 ? [`${skipped} skipped`] : []),
    ].join(', ');
    this.#ended++;
    process.stdout.write(
      `${failed > 0 ? '✗' : '✓'} ${this.#ended}/${this.#total} ${file}: ${counted} (${seconds} s)\n`,
    );
    if (failed > 0 && failureMessage) process.stdout.write(`${failureMessage}\n`);
  }
}
