import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Config } from '../config.ts';
import { createTestEdition } from '../testing/test-edition.ts';
import { startTestForum, type TestForum } from '../testing/test-forum.ts';
import { importFirms } from './import-files.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'forum-list-'));
const list = path.join(folder, 'list.csv');

let forum: TestForum;
let slug: string;
beforeAll(async () => {
  writeFileSync(list, 'name,country,stand\nHanbit,KR,A1\nNordlys,NO,A2\n');
  forum = await startTestForum();
  slug = (await createTestEdition(forum.database, 2031)).slug;
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await forum.stop();
});

async function run(...args: string[]) {
  const printed: string[] = [];
  const context = {
    app: forum.app,
    database: forum.database,
    config: forum.app.get(Config),
    print: (line: string) => void printed.push(line),
  };
  return { code: await importFirms.run(context, args), printed };
}

describe('a list that is imported by command', () => {
  it('needs somebody in whose name it is done', async () => {
    await expect(run(slug, list)).rejects.toThrow('Nobody belongs to the secretariat yet.');
    await forum.signIn('desk@host.example', { secretariat: true });
    await expect(run('nowhere-2031', list)).rejects.toThrow('There is no edition nowhere-2031.');
  });

  it('is shown, and applied only when that is asked', async () => {
    expect(await run(slug, list)).toMatchObject({
      code: 0,
      printed: expect.arrayContaining([
        expect.stringContaining('2 new'),
        expect.stringContaining('Nothing was applied'),
      ]),
    });
    expect(await run(slug, list, '--apply')).toMatchObject({
      printed: expect.arrayContaining([expect.stringContaining('2 new'), 'Applied.']),
    });
    expect((await run(slug, list)).printed.join('\n')).toContain('2 as before');
  });
});
