import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkPlan } from '@forum/planner/checker/check-plan';
import { readInstance } from '@forum/planner/instance/read-instance';
import { plan } from '@forum/planner/plan/plan';
import { publishSlots } from '@forum/planner/repair/publish-slots';
import { readEvents } from '@forum/planner/repair/read-events';
import { repairPlan } from '@forum/planner/repair/repair-plan';
import { type PlantedSize, plantInstance } from '@forum/planner/testing/planted-instance';

/** What the command line answers about an instance, checked. */
export interface Answer {
  readonly status: string;
  readonly reason: string;
  readonly objective: number;
  readonly optimum: number;
  readonly bound: number;
  readonly leftOut: number;
  readonly weightOut: number;
  readonly weightBound: number;
  readonly seconds: number;
}

interface Told {
  status: string;
  reason?: string;
  objective: number;
  bound: number;
  leftOut: unknown[];
  terms: { name: string; value: number; bound: number }[] | null;
  seconds: number;
}

const folder = mkdtempSync(path.join(tmpdir(), 'forum-planner-'));
const json = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;

/** Plans a file by the command line, and has the plan checked. */
export function askPlanner(file: string, seconds: number): Answer {
  const out = path.join(folder, 'plan.json');
  const args = ['apps/api/dist/server/forum.js', 'plan', file, '--seconds', String(seconds), '--out', out];
  const {
    stdout,
    stderr,
    status: code,
  } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (code !== 0 && code !== 3) throw new Error(`${file}: ${stderr}`);
  const told = JSON.parse(stdout) as Told;
  if (code === 0) requireValid(file, out);
  const expected = json(file)['expected'] as { breaks?: number } | undefined;
  const weight = told.terms?.find(({ name }) => name === 'optionalWeightLeftOut');
  return {
    status: told.status,
    reason: told.reason ?? '',
    objective: told.objective,
    optimum: expected?.breaks ?? NaN,
    bound: told.bound,
    leftOut: told.leftOut.length,
    weightOut: weight?.value ?? 0,
    weightBound: weight?.bound ?? 0,
    seconds: told.seconds,
  };
}

function requireValid(file: string, out: string): void {
  const instance = readInstance(withoutExpected(json(file)));
  const written = json(out) as {
    slotOf?: number[];
    tableOf?: number[];
    meetings?: { slot: number | null; place: string; table: number; teams: [string, string] }[];
  };
  const teamOf = new Map(instance.firms.map(({ id, teams }) => [id, teams[0]!.id]));
  const placements = instance.meetings.map(({ firms }, row) => {
    const full = written.meetings?.[row];
    if (full) return full.slot === null ? null : { ...full, slot: full.slot, interpreter: null };
    const slot = written.slotOf![row]!;
    if (slot < 0) return null;
    const teams = [teamOf.get(firms[0])!, teamOf.get(firms[1])!] as const;
    return { slot, place: instance.tables[0]!.id, table: written.tableOf![row]!, teams, interpreter: null };
  });
  const [first] = checkPlan(instance, placements).violations;
  if (first) throw new Error(`${file}: ${first.sentence}`);
}

function withoutExpected({ expected: _, ...rest }: Record<string, unknown>): Record<string, unknown> {
  return rest;
}

/** Writes a planted instance into a file of the forum's own format. */
export function plantedFile(size: PlantedSize): string {
  const { instance, optimum } = plantInstance(size);
  const file = path.join(folder, `planted-${size.firms}.json`);
  writeFileSync(file, JSON.stringify({ format: 'forum-plan/1', ...instance, expected: { breaks: optimum } }));
  return file;
}

/** The instances of a folder. */
export function instancesIn(
  from: string,
): { readonly name: string; readonly file: string; readonly isInfeasible: boolean }[] {
  return readdirSync(from)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const file = path.join(from, name);
      const { expected } = json(file) as { expected?: { status?: string } };
      return { name: name.replace('.json', ''), file, isInfeasible: expected?.status === 'infeasible' };
    });
}

/** Each event of a file by itself: how many published meetings move, and how long it takes. */
export async function measureRepairs(
  from: string,
  name: string,
): Promise<{ kind: string; moved: number; seconds: number; violations: number }[]> {
  const instance = readInstance(json(path.join(from, `${name}.json`)));
  const { slotOf, events } = readEvents(json(path.join(from, 'events', `${name}.events.json`)), instance);
  const published = publishSlots(instance, slotOf);
  return events.map((event) => {
    const began = performance.now();
    const repaired = repairPlan(instance, published, { seed: 1, iterations: 200_000, events: [event] });
    const seconds = (performance.now() - began) / 1000;
    const { violations } = checkPlan(repaired.instance, repaired.plan.placements);
    return { kind: event.type, moved: repaired.moved.length, seconds, violations: violations.length };
  });
}

/** What an instance of some size costs, in one thread. */
export interface Growth {
  readonly firms: number;
  readonly meetings: number;
  /** Seconds until every meeting has a place. */
  readonly placedAfter: number;
  /** Seconds until no more than a tenth above the optimum. */
  readonly goodAfter: number;
  readonly iterationsPerSecond: number;
}

/** Plans planted instances of growing size, each for as many iterations a meeting. */
export function measureGrowth(sizes: readonly number[]): Growth[] {
  return sizes.map((firms) => {
    const { instance, optimum } = plantInstance({
      seed: firms,
      firms,
      slots: 22,
      broken: Math.round(firms / 26),
      spareTables: Math.round(firms / 10),
    });
    const began = performance.now();
    const after = () => (performance.now() - began) / 1000;
    let placedAfter = NaN;
    let goodAfter = NaN;
    const answer = plan(instance, {
      seed: 1,
      iterations: 5000 * instance.meetings.length,
      onProgress: ({ leftOut, breaks }) => {
        if (leftOut > 0) return;
        if (Number.isNaN(placedAfter)) placedAfter = after();
        if (Number.isNaN(goodAfter) && breaks <= 1.1 * optimum + 1) goodAfter = after();
      },
    });
    const iterationsPerSecond = answer.status === 'plan' ? Math.round(answer.searched / after()) : 0;
    return { firms, meetings: instance.meetings.length, placedAfter, goodAfter, iterationsPerSecond };
  });
}
