import { expect, test } from '@playwright/test';
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { runCommand } from '../support/command-line.ts';
import { cutJournal, newestLink } from '../support/cut-journal.ts';
import { connectTo } from '../support/forum-database.ts';
import { type RunningForum, startForum, temporaryFolder } from '../support/running-forum.ts';
import { signIn } from '../support/signed-in.ts';

let forum: RunningForum;
/** As its owner sees it. */
let database: pg.Pool;
let edition: string;

test.beforeAll(async () => {
  forum = await startForum();
  database = connectTo(forum, 1);
  const front = (await (await fetch(`${forum.url}/api/forum`)).json()) as { current: { slug: string } };
  edition = front.current.slug;
});

test.afterAll(async () => {
  await database.end();
  await forum.stop();
});

/** The desk renames a session so often, and the journal holds all of it. */
async function renameOften(times: number): Promise<void> {
  const desk = await signIn(forum, 'secretariat');
  const { rows } = await database.query<{ id: string }>(
    `select s.id from session s join edition e on e.id = s.edition_id where e.slug = $1 and s.audience = 'public' order by s.id limit 1`,
    [edition],
  );
  const at = `/editions/${edition}/sessions/${rows[0]?.id}`;
  for (let n = 1; n <= times; n++) {
    const { version } = await desk.get<{ version: number }>(at);
    await desk.send('PATCH', at, { version, title: `Renamed ${n}` });
  }
  await expect.poll(async () => (await database.query('select from change')).rowCount).toBe(0);
}

test('a journal that lost its last twenty links is found out, and a backup from before holds', async ({
  page,
}) => {
  const folder = temporaryFolder();
  const [file, dataDir] = [path.join(folder, 'forum.backup'), path.join(folder, 'restored')];
  await renameOften(25);
  const { sequence, hash } = await newestLink(database, edition);
  const heads = path.join(forum.dataDir, 'heads');
  const newestHead = () =>
    readdirSync(heads)
      .sort()
      .findLast((name) => name.startsWith(edition)) ?? '';
  // Each is named by the number of its link.
  await expect.poll(() => Number(newestHead().split('-').at(-2))).toBeGreaterThan(sequence - 20);
  await runCommand(forum, 'backup', file);
  const audit = ['verify-audit', edition, '--expect', `${edition}:${sequence}:${hash}`] as const;
  expect(await runCommand(forum, ...audit)).toContain(`${sequence} links hold`);

  await cutJournal(database, edition, 20);
  const said = await runCommand(forum, ...audit).catch((error: Error) => error.message);
  expect(said).toContain('ended with 1');
  expect(said).toContain(`${edition}: ${sequence - 20} links hold`);
  expect(said).toContain(`cut or made again: link ${sequence} is not the one that --expect holds`);
  expect(said).toContain(`is not the one that ${newestHead()} holds`);

  await runCommand({ dataDir }, 'restore', file);
  const again = await startForum({ dataDir, env: { DEMO: '0' } });
  try {
    await page.goto(`${again.url}/e/${edition}/programme`);
    await page.getByRole('searchbox').fill('Renamed 25');
    await expect(page.getByRole('article')).toHaveCount(1);
    const restored = { dataDir, env: { AUDIT_HEADS_DIR: heads } };
    expect(await runCommand(restored, ...audit)).toContain(`${sequence} links hold`);
  } finally {
    await again.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
