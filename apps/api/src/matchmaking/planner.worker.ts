import { performance } from 'node:perf_hooks';
import { parentPort, workerData } from 'node:worker_threads';
import { provenInfeasible, plan, type PlanOptions, prepare, type Prepared } from '@forum/planner/plan/plan';
import { phase, type PlannerAsk, type PlannerTask, type PlannerTold, signal } from './planner-messages.ts';

/** How often progress is told, in milliseconds. */
const toldEvery = 100;

const task = workerData as PlannerTask;
const signals = new Int32Array(task.signals);
const tell = (message: PlannerTold) => parentPort?.postMessage(message);

/** Waits at a pause, so that all lanes end at the same iteration. */
function shouldStop(iterations: number): boolean {
  if (Atomics.load(signals, signal.phase) === phase.pause) {
    tell({ told: 'paused', lane: task.lane, iterations });
    Atomics.wait(signals, signal.phase, phase.pause);
  }
  const now = Atomics.load(signals, signal.phase);
  if (now === phase.end) return true;
  return now === phase.limited && iterations >= Atomics.load(signals, signal.limit);
}

let known: Prepared | null = null;
const prepared = (): Prepared => (known ??= prepare(task.instance));

function options(iterations: number): PlanOptions {
  const { seed, lane, start, stay } = task;
  // The first thread proves that the demands do not contradict each other; after that they are planned.
  const given = { seed, lane, iterations, asManyAsPossible: true, prepared: prepared() };
  return start ? { ...given, start, stay } : given;
}

/** Tells whether the demands contradict each other and, when asked to measure, how quick the search is. */
function prove(measured: number): void {
  const infeasible = provenInfeasible(task.instance);
  if (infeasible) return tell({ told: 'infeasible', answer: infeasible });
  tell({ told: 'possible', iterationsPerSecond: measured > 0 ? speed(measured) : 0 });
}

/** Ends a search whose plan nobody wants to know. */
class Measured extends Error {}

/** Iterations a second, over some milliseconds after as many in which the code becomes quick. */
function speed(measured: number): number {
  let from: { at: number; iterations: number } | null = null;
  let rate = 1e6;
  let began: number | null = null;
  const shouldStop = (iterations: number) => {
    const at = performance.now();
    began ??= at;
    if (Atomics.load(signals, signal.phase) === phase.end) throw new Measured();
    if (iterations === 0 || at - began < measured) return false;
    from ??= { at, iterations };
    if (at - from.at < measured || iterations === from.iterations) return false;
    rate = ((iterations - from.iterations) / (at - from.at)) * 1000;
    throw new Measured();
  };
  try {
    plan(task.instance, { ...options(1e9), shouldStop });
  } catch (error) {
    if (!(error instanceof Measured)) throw error;
  }
  return rate;
}

function search(iterations: number): void {
  let last = -Infinity;
  const answer = plan(task.instance, {
    ...options(iterations),
    shouldStop,
    onProgress: (progress) => {
      const now = performance.now();
      if (now - last < toldEvery) return;
      last = now;
      tell({ told: 'progress', lane: task.lane, progress });
    },
  });
  if (answer.status === 'plan') tell({ told: 'plan', lane: task.lane, answer });
}

parentPort?.on('message', (message: PlannerAsk) => {
  try {
    if (message.ask === 'prove') prove(message.measured);
    else search(message.iterations);
  } catch (error) {
    tell({ told: 'failed', message: (error as Error).stack ?? String(error) });
  }
});

// The first thread looks for a contradiction meanwhile; then both have what a search begins with.
if (task.lane > 0) prepared();
