import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { atMost, type Measure, report } from '../support/measures.ts';
import { growthChart } from '../support/growth-chart.ts';
import {
  askPlanner,
  instancesIn,
  type Answer,
  measureGrowth,
  measureRepairs,
  plantedFile,
} from '../support/planner-runs.ts';
import { peersOn } from '../support/planner-peers.ts';

const data = path.resolve('../shared/data/b2b');
const published = ['tic-12', 'tic-13', 'tic-13crafc', 'tic-14crafa', 'forumt-14', 'forumt-14crafd'];
const longDays = ['forum-13', 'forum-13crafc', 'ticf-13crafb', 'ticf-14crafa'];

interface Row {
  readonly instance: string;
  readonly optimum: number | string;
  readonly bound: number | string;
  readonly ours: number | string;
  readonly seconds: number;
  readonly peers: string;
}

/**
 * The planner against instances with known optima: planted ones of our own always, those of the literature and the
 * larger generated ones when they are at hand. `--full` runs all of the literature.
 */
export default async function planner(args: readonly string[]): Promise<void> {
  const rows: Row[] = [];
  const measures: Measure[] = [];
  const excess = (name: string, file: string, { seconds, goal }: { seconds: number; goal: number }) => {
    const answer = askPlanner(file, seconds);
    rows.push(rowOf(name, answer));
    measures.push(
      atMost(`${name}: breaks above the optimum`, answer.objective - answer.optimum, 'breaks', goal),
    );
    return answer;
  };
  for (const [firms, slots, seconds] of [
    [60, 20, 5],
    [400, 22, 6],
    [1600, 22, 20],
  ] as const) {
    const broken = Math.round(firms / 26);
    const spareTables = Math.round(firms / 10);
    const planted = plantedFile({ seed: firms, firms, slots, broken, spareTables });
    excess(`planted ${firms} firms × ${slots} slots`, planted, { seconds, goal: Math.max(1, firms / 40) });
  }
  if (existsSync(data)) await withData({ excess, rows, measures, isFull: args.includes('--full') });
  const growth = measureGrowth([50, 100, 200, 400, 800, 1600]);
  const last = growth.at(-1)!;
  measures.push(atMost(`${last.meetings} meetings all placed`, last.placedAfter, 's', 1));
  const folder = path.resolve('var/bench');
  mkdirSync(folder, { recursive: true });
  const chart = path.join(folder, 'planner-growth.svg');
  writeFileSync(chart, growthChart(growth));
  console.table(rows);
  console.table(growth);
  console.log(`Growth of cost with size: ${path.relative('.', chart)}`);
  report('planner', measures, args);
}

interface Bench {
  readonly excess: (name: string, file: string, limits: { seconds: number; goal: number }) => Answer;
  readonly rows: Row[];
  readonly measures: Measure[];
  readonly isFull: boolean;
}

async function withData({ excess, rows, measures, isFull }: Bench): Promise<void> {
  const literature = path.join(data, 'literature');
  const generated = path.join(data, 'generated');
  const infeasible = [...instancesIn(literature), ...instancesIn(generated)].filter(
    (one) => one.isInfeasible,
  );
  const refusals = infeasible.map(({ name, file }) => ({ name, ...askPlanner(file, 5) }));
  const slowest = Math.max(...refusals.map(({ seconds }) => seconds));
  const missed = refusals.filter(({ status, reason }) => status !== 'infeasible' || !reason).length;
  measures.push(atMost(`infeasible instances not refused, of ${refusals.length}`, missed, 'instances', 0));
  measures.push(atMost('slowest refusal with its reason', slowest, 's', 1));
  if (isFull) allOfLiterature(literature, { rows, measures });
  else {
    for (const name of published) {
      excess(name, path.join(literature, `${name}.original.json`), { seconds: 5, goal: 0 });
    }
    for (const name of longDays) {
      excess(name, path.join(literature, `${name}.original.json`), { seconds: 30, goal: 1 });
    }
  }
  const large = (name: string, seconds: number, goal: number) => {
    const answer = askPlanner(path.join(generated, `${name}.json`), seconds);
    rows.push(rowOf(name, answer));
    measures.push(atMost(`${name}: breaks in ${seconds} s`, answer.objective, 'breaks', goal));
    measures.push(atMost(`${name}: meetings left out`, answer.leftOut, 'meetings', 0));
  };
  large('gen-forum14-x5', 10, 17);
  large('gen-forum14-x20', 20, 100);
  large('gen-big-60x400', 20, 350);
  const crowded = askPlanner(path.join(generated, 'gen-oversub.json'), 10);
  rows.push({
    ...rowOf('gen-oversub, weight left out', crowded),
    ours: crowded.weightOut,
    bound: crowded.weightBound,
  });
  measures.push(atMost('gen-oversub: weight left out, of 306', crowded.weightOut, 'weight', 306 - 225));
  for (const { kind, moved, seconds, violations } of await measureRepairs(generated, 'gen-forum14-x5')) {
    const goal =
      { 'firm-closes-slots': 2, 'tables-left': 6, 'meetings-added': 1, 'firm-cancels': 0 }[kind] ?? 0;
    measures.push(atMost(`repair, ${kind}: meetings moved`, moved + 1000 * violations, 'meetings', goal));
    measures.push(atMost(`repair, ${kind}: time`, seconds, 's', 1));
  }
}

/** Every feasible instance of the literature, half a minute each. */
function allOfLiterature(folder: string, { rows, measures }: Pick<Bench, 'rows' | 'measures'>): void {
  const feasible = instancesIn(folder).filter((one) => !one.isInfeasible);
  const above = feasible.map(({ name, file }) => {
    const answer = askPlanner(file, 30);
    rows.push(rowOf(name, answer));
    return answer.leftOut > 0 ? Infinity : answer.objective - answer.optimum;
  });
  const optimal = above.filter((more) => more === 0).length / above.length;
  measures.push(atMost('literature, share not at the optimum', 100 * (1 - optimal), '%', 30));
  measures.push(atMost('literature, worst above the optimum', Math.max(...above), 'breaks', 4));
}

const rowOf = (instance: string, { optimum, bound, objective, seconds }: Answer): Row => ({
  instance,
  optimum: Number.isNaN(optimum) ? 'unknown' : optimum,
  bound,
  ours: objective,
  seconds,
  peers: peersOn(instance),
});
