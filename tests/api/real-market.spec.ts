import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isPresent, realPath } from '@forum/interchange/testing/real-files';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import type { Pool } from 'pg';
import { runCommand } from '../support/command-line.ts';
import { connectTo } from '../support/forum-database.ts';
import {
  confirmProfiles,
  drawing,
  exhibitorsOf,
  sendEverybody,
  suggestionsOf,
} from '../support/real-market.ts';
import { type RunningForum, startForum } from '../support/running-forum.ts';
import { type SignedIn, signInToHost } from '../support/signed-in.ts';

// Real exhibitors, which are not ours to ship: told where the files are.
const lists = ['firms/seoul-adex-2025.json', 'firms/dsei-japan-2023.json'];
const files = lists.map(realPath);
const told = lists.every(isPresent) ? describe : describe.skip;

const edition = 'seoul-2027';
const firmCount = 600;
const openBrowsers = 20;

interface Run {
  id: string;
  version: number;
  state: string;
  held: number;
  wanted: number;
  moved: number;
  terms: { name: string; value: number; bound: number }[];
}
interface Detail extends Run {
  slots: { start: string; end: string }[];
  meetings: { slot: number | null; table: string | null; was: object | null; leftOut: object | null }[];
}

let forum: RunningForum;
let pool: Pool;
let desk: SignedIn;
let hallId: string;
const browsers: Socket[] = [];

const at = (where: string) => `/editions/${edition}/${where}`;

async function runToEnd(body: object): Promise<Detail> {
  const { id } = await desk.send<Run>('POST', at('plan-runs'), { hallId, ...body });
  for (;;) {
    await pause(250);
    const run = await desk.get<Detail>(at(`plan-runs/${id}`));
    if (run.state !== 'running') return run;
  }
}

const publish = ({ id, version }: Run) =>
  desk.send<{ made: number; moved: number; cancelled: number; refused: object[] }>(
    'POST',
    at(`plan-runs/${id}/publication`),
    { version },
  );

async function overlaps(): Promise<number> {
  const { rows } = await pool.query(
    'select 1 from reservation a join reservation b on a.resource_id = b.resource_id and a.id < b.id and a.during && b.during',
  );
  return rows.length;
}

told('a market of real exhibitors', () => {
  let firmIds: string[];

  beforeAll(async () => {
    forum = await startForum({ env: { DEMO: '0' } });
    pool = connectTo(forum, 4);
    await runCommand(forum, 'secretariat', 'desk@host.example');
    desk = await signInToHost(forum, 'desk@host.example');
    const capitals = await desk.get<{ id: string; name: string }[]>('/capitals');
    let held = await desk.send<{ version: number }>('POST', '/editions', {
      year: 2027,
      capitalId: capitals.find(({ name }) => name === 'Seoul')?.id,
      title: 'Forum',
      venue: 'The venue',
      address: '',
      startsOn: '2027-10-19',
      endsOn: '2027-10-21',
    });
    for (const phase of ['announced', 'registration'])
      held = await desk.send('PUT', at('phase'), { version: held.version, phase });
    const hall = await desk.send<{ id: string }>('PUT', at('halls'), {
      of: null,
      name: 'Hall B',
      slotMinutes: 20,
      changeoverMinutes: 5,
      openings: ['2027-10-19', '2027-10-20'].map((day) => ({ start: `${day}T09:00`, end: `${day}T17:20` })),
      closures: [],
      tables: 150,
      seats: 4,
    });
    hallId = hall.id;
  });
  afterAll(async () => {
    for (const browser of browsers) browser.disconnect();
    await pool.end();
    await forum.stop();
  });

  it('has profiles from its categories, and suggestions whose terms sum to their scores', async () => {
    const draw = drawing(7);
    const exhibitors = exhibitorsOf(files, draw).slice(0, firmCount);
    const list = path.join(forum.dataDir, 'exhibitors.json');
    writeFileSync(list, JSON.stringify({ name: 'Both', exhibitors }));
    await runCommand(forum, 'import-firms', edition, list, '--apply');
    const { rows } = await pool.query<{ id: string }>(
      'select firm_id as id from firm_in_edition order by firm_id',
    );
    firmIds = rows.map(({ id }) => id);
    expect(firmIds.length).toBeGreaterThan(firmCount * 0.98);
    await sendEverybody(pool, edition, firmIds);
    await confirmProfiles(desk, edition, firmIds, draw);
    const suggestions = await suggestionsOf(desk, edition, firmIds);
    const all = suggestions.flat();
    expect(all.length).toBeGreaterThan(3_000);
    expect(all.filter(({ score, sum }) => score !== sum)).toEqual([]);
    const wishes = suggestions.flatMap((rowsOf, n) =>
      rowsOf
        .slice(0, 14)
        .map(({ id }, place) => [firmIds[n], id, place < 2 ? 'must' : 'would-like'] as const),
    );
    await pool.query(
      `insert into wish (edition_id, firm_id, to_firm_id, grade)
       select e.id, w.a, w.b, w.grade from edition e, unnest($1::uuid[], $2::uuid[], $3::text[]) as w (a, b, grade)`,
      [wishes.map(([a]) => a), wishes.map(([, b]) => b), wishes.map(([, , grade]) => grade)],
    );
  });

  it('is planned, published to open browsers, and repaired when a table is closed', async () => {
    for (let n = 0; n < openBrowsers; n++) {
      const browser = io(forum.url, {
        path: '/live',
        transports: ['websocket'],
        forceNew: true,
        extraHeaders: { cookie: desk.cookie },
      });
      browsers.push(browser);
      browser.on('connect', () => browser.emit('follow', { edition }));
    }
    await Promise.all(
      browsers.map((browser) => new Promise((welcomed) => browser.once('welcome', welcomed))),
    );
    const heard = browsers.map((browser) => {
      const meetings = new Set<string>();
      browser.on('changes', ({ changes }: { changes: { type: string; entity: string }[] }) =>
        changes.forEach(({ type, entity }) => type === 'meeting.changed' && meetings.add(entity)),
      );
      return meetings;
    });

    const plan = await runToEnd({ iterations: 300_000 });
    expect(plan.state).toBe('done');
    expect(plan.slots).toHaveLength(40);
    expect(plan.held).toBeGreaterThan(2_000);
    const began = Date.now();
    const made = await publish(plan);
    const publishedIn = Date.now() - began;
    expect(made).toMatchObject({ made: plan.held, refused: [] });
    expect(await overlaps()).toBe(0);
    for (let tries = 0; tries < 200 && heard.some((one) => one.size < plan.held); tries++) await pause(100);
    expect(heard.map((one) => one.size)).toEqual(heard.map(() => plan.held));
    const toldIn = Date.now() - began;

    const busy = plan.meetings.find(({ slot, table }) => slot !== null && table !== null)!;
    const events = [
      {
        kind: 'table-closed',
        tableId: busy.table,
        from: plan.slots[0]!.start,
        until: plan.slots.at(-1)!.end,
      },
    ];
    const repair = await runToEnd({ iterations: 100_000, events });
    expect(repair.state).toBe('done');
    const done = await publish(repair);
    expect(done).toMatchObject({ made: 0, refused: [] });
    expect(await overlaps()).toBe(0);
    const still = await pool.query(`select 1 from meeting where state = 'accepted' and table_id = $1`, [
      busy.table,
    ]);
    expect(still.rows).toEqual([]);
    const terms = plan.terms
      .map(({ name, value, bound }) => `${name} ${value} (at least ${bound})`)
      .join(', ');
    console.info(
      `${plan.held} of ${plan.wanted} meetings in 40 slots and 150 tables: ${terms}; published in ${publishedIn} ms, ` +
        `${openBrowsers} browsers told in ${toldIn} ms; a closed table moves ${done.moved}, of which ${repair.moved} in time, and cancels ${done.cancelled}`,
    );
  });
});
