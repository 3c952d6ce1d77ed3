import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const folder = mkdtempSync(path.join(tmpdir(), 'forum-plan-'));
const file = (name: string, content: unknown): string => {
  const at = path.join(folder, name);
  writeFileSync(at, typeof content === 'string' ? content : JSON.stringify(content));
  return at;
};

function forumPlan(...args: string[]) {
  const command = ['apps/api/dist/server/forum.js', 'plan', ...args];
  // Nowhere to go but the command itself: a database that is tried would be missed.
  const env = {
    ...process.env,
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    DATA_DIR: path.join(folder, 'none'),
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8', env });
  return { status, stderr, told: stdout ? (JSON.parse(stdout) as Record<string, unknown>) : null };
}

const literature = (more: object = {}) => ({
  format: 'b2bsp/1',
  slots: 3,
  tables: 2,
  sessions: [],
  participants: [0, 1, 2, 3].map((id) => ({ id, forbidden: [] })),
  meetings: [
    { id: 0, a: 0, b: 1 },
    { id: 1, a: 2, b: 3 },
    { id: 2, a: 0, b: 2, after: [0] },
  ],
  fairness: 2,
  ...more,
});

describe('the command that plans', () => {
  it('plans an instance of the literature and writes slots and tables', () => {
    const out = path.join(folder, 'slots.json');
    const { status, told } = forumPlan(file('b2bsp.json', literature()), '--seconds', '1', '--out', out);
    expect(status).toBe(0);
    expect(told).toMatchObject({ status: 'plan', objective: 0, bound: 0, gap: 0, leftOut: [], seed: 1 });
    const { slotOf, tableOf } = JSON.parse(readFileSync(out, 'utf8')) as {
      slotOf: number[];
      tableOf: number[];
    };
    expect(slotOf[2]).toBeGreaterThan(slotOf[0]!);
    expect(tableOf).toHaveLength(3);
  });

  it('plans the example of its own documentation, the same with the iterations that it reports', () => {
    const [, example] = /```json\n([\s\S]*?)```/.exec(readFileSync('docs/planner.md', 'utf8')) ?? [];
    const instance = file('example.json', example ?? '');
    const [first, second] = [path.join(folder, 'first.json'), path.join(folder, 'second.json')];
    const { status, told } = forumPlan(instance, '--seed', '4', '--seconds', '0.5', '--out', first);
    expect({ status, leftOut: told?.['leftOut'] }).toEqual({ status: 0, leftOut: [] });
    forumPlan(instance, '--seed', '4', '--iterations', String(told?.['iterations']), '--out', second);
    expect(readFileSync(second, 'utf8')).toBe(readFileSync(first, 'utf8'));
  });

  it('says why demands contradict each other', () => {
    const meetings = [0, 1, 2, 3].map((id) => ({ id, a: 0, b: 1 }));
    const { status, told } = forumPlan(file('short.json', literature({ meetings })));
    expect(status).toBe(3);
    expect(told).toMatchObject({
      status: 'infeasible',
      code: 'agenda-short',
      conflict: ['0', '1', '2', '3'],
    });
  });

  it.each([
    ['no file', [], 'Name the file'],
    ['a file that is not there', ['/nowhere.json'], 'cannot be read'],
    ['a file that is not JSON', [file('broken.json', '{')], 'cannot be read'],
    ['an instance that is wrong', [file('wrong.json', literature({ slots: -1 }))], 'instance.slots is -1'],
    ['a seed that is none', [file('fine.json', literature()), '--seed', 'x'], '--seed is x'],
    ['no time', [file('fine.json', literature()), '--seconds', '0'], '--seconds is 0'],
    [
      'time and iterations',
      [file('fine.json', literature()), '--seconds', '1', '--iterations', '1'],
      'not both',
    ],
    ['an option that it does not know', [file('fine.json', literature()), '--fast'], '--fast'],
  ])('refuses %s', (_, args, why) => {
    const { status, stderr, told } = forumPlan(...args);
    expect({ status, told }).toEqual({ status: 2, told: null });
    expect(stderr).toContain(why);
  });
});
