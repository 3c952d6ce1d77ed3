import { createEmptyTestResult } from '@jest/test-result';
import { getState, resetState, run as runCircus } from 'jest-circus';
import { pathToFileURL } from 'node:url';
import { expect, jest } from './globals.mjs';

/** Runs one file, and answers as Jest's own runner does. */
export async function run({ file, testTimeout, testNamePattern }) {
  const start = Date.now();
  resetState();
  expect.setState({ testPath: file });
  const state = getState();
  state.testTimeout = testTimeout ?? state.testTimeout;
  state.testNamePattern = testNamePattern ? new RegExp(testNamePattern, 'i') : null;
  const fail = (error) => state.unhandledErrors.push(error);
  process.on('uncaughtException', fail).on('unhandledRejection', fail);
  try {
    await import(pathToFileURL(file).href);
    const { testResults, unhandledErrors } = await runCircus();
    return resultOf({ file, start, tests: testResults.map(testOf), unhandledErrors });
  } finally {
    process.off('uncaughtException', fail).off('unhandledRejection', fail);
    jest.restoreAllMocks();
    jest.useRealTimers();
  }
}

function resultOf({ file, start, tests, unhandledErrors }) {
  const number = (status) => tests.filter((test) => test.status === status).length;
  const end = Date.now();
  const why = [...tests.filter(({ status }) => status === 'failed').map(saidOf), ...unhandledErrors];
  return {
    ...createEmptyTestResult(),
    testFilePath: file,
    testResults: tests,
    numPassingTests: number('passed'),
    numFailingTests: number('failed'),
    numPendingTests: number('pending'),
    numTodoTests: number('todo'),
    perfStats: { ...createEmptyTestResult().perfStats, start, end, runtime: end - start },
    testExecError:
      unhandledErrors.length > 0 ? { message: '', stack: unhandledErrors.join('\n') } : undefined,
    failureMessage: why.length > 0 ? why.join('\n') : null,
  };
}

/** A test's path begins with the block that holds all of its file. */
function testOf({ testPath: [, ...path], status, errors, duration }) {
  return {
    ancestorTitles: path.slice(0, -1),
    title: path.at(-1),
    fullName: path.join(' '),
    status: { skip: 'pending', todo: 'todo' }[status] ?? (errors.length > 0 ? 'failed' : 'passed'),
    failureMessages: errors,
    duration,
    numPassingAsserts: 0,
  };
}

function saidOf({ ancestorTitles, title, failureMessages }) {
  const frames = /\n +at .*(node_modules|node:internal|tools\/jest).*/g;
  const reasons = failureMessages.map((message) => message.replace(frames, '').replace(/^/gm, '    '));
  return `  ● ${[...ancestorTitles, title].join(' › ')}\n\n${reasons.join('\n\n')}\n`;
}
