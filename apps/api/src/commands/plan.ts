import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { DomainError } from '@forum/domain/errors';
import type { PlanInstance } from '@forum/planner/instance/instance';
import { readInstance } from '@forum/planner/instance/read-instance';
import type { Plan } from '@forum/planner/plan/plan-result';
import { PlannerRun, type PlannerRequest } from '../matchmaking/planner-run.ts';
import type { PlainCommand } from './command.ts';

const wrong = 2;
const infeasible = 3;

/** Plans the meetings of an instance: the numbers on standard output, the plan into a file. No database is needed. */
export const planMeetings: PlainCommand = {
  usage: 'plan <instance.json> [--seed N] [--seconds S | --iterations I] [--out FILE]',
  summary: 'plan the meetings of a file (forum-plan/1 or b2bsp/1) and print how good the plan is',
  needs: 'nothing',
  run: async (print, refuse, args) => {
    const asked = readArguments(args);
    if (typeof asked === 'string') return said(refuse, asked);
    let json: unknown;
    try {
      json = JSON.parse(await readFile(asked.file, 'utf8'));
    } catch (error) {
      return said(refuse, `${asked.file} cannot be read: ${(error as Error).message}`);
    }
    try {
      return await planOne(print, readInstance(json), { ...asked, isB2bsp: isB2bsp(json) });
    } catch (error) {
      if (error instanceof DomainError) return said(refuse, `${asked.file}: ${error.message}`);
      throw error;
    }
  },
};

interface Asked extends PlannerRequest {
  readonly file: string;
  readonly out: string | undefined;
}

function said(refuse: (line: string) => void, line: string): number {
  refuse(line);
  return wrong;
}

const isB2bsp = (json: unknown) => (json as { format?: unknown }).format === 'b2bsp/1';

function readArguments(args: readonly string[]): Asked | string {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        seed: { type: 'string', default: '1' },
        seconds: { type: 'string' },
        iterations: { type: 'string' },
        out: { type: 'string' },
      },
    });
  } catch (error) {
    return (error as Error).message;
  }
  const { values, positionals } = parsed;
  const [file] = positionals;
  if (!file) return 'Name the file of an instance.';
  const seed = Number(values.seed);
  const seconds = values.seconds === undefined ? undefined : Number(values.seconds);
  const iterations = values.iterations === undefined ? undefined : Number(values.iterations);
  if (!Number.isInteger(seed) || Math.abs(seed) > 2 ** 31)
    return `--seed is ${values.seed}: write a whole number.`;
  if (seconds !== undefined && !(seconds > 0 && seconds <= 86_400)) {
    return `--seconds is ${values.seconds}: write a number up to 86400.`;
  }
  if (iterations !== undefined && !(iterations >= 1 && iterations <= 2e9)) {
    return `--iterations is ${values.iterations}: write a number up to 2000000000.`;
  }
  if (seconds !== undefined && iterations !== undefined) return 'Name --seconds or --iterations, not both.';
  return { file, seed, seconds, iterations, out: values.out };
}

async function planOne(
  print: (line: string) => void,
  instance: PlanInstance,
  asked: Asked & { isB2bsp: boolean },
): Promise<number> {
  const began = performance.now();
  const answer = await new PlannerRun(instance, asked).answer();
  const seconds = Math.round(performance.now() - began) / 1000;
  if (answer.status === 'infeasible') {
    const { status, code, sentence, conflict } = answer;
    const terms = null;
    const nothing = { objective: null, bound: null, gap: null, terms, leftOut: [] };
    print(
      JSON.stringify({ status, ...nothing, code, reason: sentence, conflict, seconds, seed: asked.seed }),
    );
    return infeasible;
  }
  const { status, objective, bound, gap, terms, leftOut, seed, iterations } = answer;
  if (asked.out) await writeFile(asked.out, `${JSON.stringify(written(instance, answer, asked.isB2bsp))}\n`);
  print(JSON.stringify({ status, objective, bound, gap, terms, leftOut, seconds, seed, iterations }));
  return 0;
}

/** As the literature's format says it, or meeting by meeting with everything. */
function written(instance: PlanInstance, { placements }: Plan, isShort: boolean): unknown {
  if (isShort) {
    return {
      slotOf: placements.map((one) => one?.slot ?? -1),
      tableOf: placements.map((one) => one?.table ?? -1),
    };
  }
  return {
    format: 'forum-plan-result/1',
    meetings: instance.meetings.map(({ id }, row) => ({ id, ...(placements[row] ?? { slot: null }) })),
  };
}
