import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listRoles } from '@forum/contract/delegations/roles';
import { DomainError } from '@forum/domain/errors';
import { Config } from '../config.ts';
import { eventually } from '../testing/eventually.ts';
import { follow } from '../testing/following-socket.ts';
import { createTestEdition, type TestEdition } from '../testing/test-edition.ts';
import { startTestForum, type TestForum } from '../testing/test-forum.ts';
import { secretariat } from './secretariat.ts';

let forum: TestForum;
let edition: TestEdition;
beforeAll(async () => {
  forum = await startTestForum();
  edition = await createTestEdition(forum.database, 2031);
});
afterAll(() => forum.stop());

const said: string[] = [];
const run = (...args: string[]) =>
  secretariat.run(
    {
      app: forum.app,
      database: forum.database,
      config: forum.app.get(Config),
      print: (line) => said.push(line),
    },
    args,
  );

const members = async () =>
  (
    await forum.database.rows<{ mail: string }>('select mail from person where secretariat order by mail')
  ).map(({ mail }) => mail);

describe('a member of the secretariat', () => {
  it('is made by the command line, and ended at once, on the sockets too', async () => {
    expect(await run('First@host.example')).toBe(0);
    expect(await run('second@host.example')).toBe(0);
    const desk = await forum.signIn('second@host.example');
    const params = { edition: edition.slug };
    const socket = await follow(forum, desk, edition.slug);
    const stays = await follow(forum, await forum.signIn('first@host.example'), edition.slug);
    expect((await desk.call(listRoles, { params })).status).toBe(200);
    expect(Object.keys(socket.heads)).toContain('staff:organiser');
    // Their becoming a member may be heard of once more before.
    const isNarrowed = new Promise<void>((resolve) =>
      socket.socket.on('welcome', ({ heads }: { heads: object }) => {
        if (!('staff:organiser' in heads)) resolve();
      }),
    );
    expect(await run('--remove', 'second@host.example')).toBe(0);
    await isNarrowed;
    const answered = await eventually(
      async () => (await desk.call(listRoles, { params })).status,
      (status) => status !== 200,
    );
    expect(answered).toBe(403);
    expect(await members()).toEqual(['first@host.example']);
    expect(stays.socket.connected).toBe(true);
    for (const one of [socket, stays]) one.socket.close();
  });

  it('who is the last is only removed by force', async () => {
    await expect(run('--remove', 'first@host.example')).rejects.toThrow('first@host.example is the last');
    expect(await members()).toEqual(['first@host.example']);
    expect(await run('--remove', '--force', 'first@host.example')).toBe(0);
    expect(await members()).toEqual([]);
  });

  it('is not made by a mistake', async () => {
    await expect(run('--remove', 'nobody@host.example')).rejects.toBeInstanceOf(DomainError);
    expect(await run('--delete', 'first@host.example')).toBe(2);
    expect(await run('first@host.example', 'second@host.example')).toBe(2);
    expect(await run()).toBe(2);
    expect(await members()).toEqual([]);
  });
});
