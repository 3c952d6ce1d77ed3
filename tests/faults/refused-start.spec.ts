import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import path from 'node:path';
import { databaseOf, secretOf } from '../support/forum-database.ts';
import { runCommand } from '../support/command-line.ts';
import { startRefused } from '../support/refused-start.ts';
import { freePort, type RunningForum, startedFolder, startForum } from '../support/running-forum.ts';

let forum: RunningForum;
let folder: string;

beforeAll(async () => {
  forum = await startForum({ env: { DEMO: '0' } });
  folder = await startedFolder('0');
});
afterAll(async () => {
  await forum.stop();
  rmSync(folder, { recursive: true, force: true });
});

const lines = (said: string) => said.trim().split('\n');

describe('a forum that cannot start', () => {
  it('says which port is taken, and what to do', async () => {
    const taken = await listenSomewhere();
    const { code, said } = await startRefused({ PORT: String(taken.port), DATA_DIR: folder, DEMO: '0' });
    taken.server.close();
    expect({ code, lines: lines(said) }).toEqual({
      code: 1,
      lines: [`Port ${taken.port} on 127.0.0.1 is taken. Stop what listens there, or set PORT to another.`],
    });
  });

  it('says that its address is none of this machine', async () => {
    const { code, said } = await startRefused({
      HOST: '192.0.2.1',
      PORT: String(await freePort()),
      DATA_DIR: folder,
      DEMO: '0',
    });
    expect(code).toBe(1);
    expect(said).toContain('HOST is 192.0.2.1');
    expect(lines(said)).toHaveLength(1);
  });

  it('leaves a data folder alone that another forum uses, which goes on', async () => {
    const { code, said } = await startRefused({
      PORT: String(await freePort()),
      DATA_DIR: forum.dataDir,
    });
    expect(code).toBe(1);
    expect(said).toContain(forum.dataDir);
    expect(lines(said)).toHaveLength(1);
    expect((await fetch(`${forum.url}/api/health/ready`)).status).toBe(200);
  });

  it('names a data folder that it cannot write to', async () => {
    const file = path.join(folder, 'a-file');
    writeFileSync(file, '');
    const { code, said } = await startRefused({
      PORT: String(await freePort()),
      DATA_DIR: path.join(file, 'data'),
    });
    expect(code).toBe(1);
    expect(said).toContain(path.join(file, 'data'));
    expect(lines(said)).toHaveLength(1);
  });

  it('says that a database cannot be reached, without its password', async () => {
    const { code, said } = await startRefused({
      PORT: String(await freePort()),
      DATA_DIR: path.join(folder, 'own'),
      DATABASE_URL: `postgres://forum:very-secret@127.0.0.1:${await freePort()}/forum`,
    });
    expect(code).toBe(1);
    expect(said).toMatch(/database/i);
    expect(said).not.toContain('very-secret');
    expect(lines(said)).toHaveLength(1);
  });

  it('does not join a forum whose journal is keyed with another secret, and says where the right one is', async () => {
    const nodes = [
      { own: 'SECRET', env: { SECRET: 's'.repeat(32), DATA_DIR: path.join(folder, 'given') } },
      { own: path.join(folder, 'made', 'secret'), env: { DATA_DIR: path.join(folder, 'made') } },
    ];
    for (const { own, env } of nodes) {
      const { code, said } = await startRefused({
        PORT: String(await freePort()),
        DATABASE_URL: databaseOf(forum),
        ...env,
      });
      expect(code).toBe(1);
      expect(said).toContain(own);
      expect(said).toContain('Set SECRET');
      expect(lines(said)).toHaveLength(1);
    }
    const second = await startForum({ env: { DATABASE_URL: databaseOf(forum), SECRET: secretOf(forum) } });
    await second.stop();
  });

  it('lists everything that is wrong with its configuration at once', async () => {
    const { code, said } = await startRefused({ PORT: 'abc', BASE_URL: 'ftp://x', DEMO: 'yes' });
    expect(code).toBe(1);
    for (const part of ['PORT=abc', 'BASE_URL=ftp://x', 'DEMO=yes']) expect(said).toContain(part);
  });
});

async function listenSomewhere(): Promise<{ server: Server; port: number }> {
  const server = createServer();
  const port = await freePort();
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  return { server, port };
}

describe('a command', () => {
  it('says in a line that a file is not there, or that it has no such option', async () => {
    const file = path.join(folder, 'nothing.csv');
    const missing = await refusalOf(runCommand(forum, 'import-firms', 'seoul-2027', file));
    expect(missing).toEqual([
      'forum import-firms seoul-2027 ' + file + ' ended with 1:',
      expect.stringContaining(file),
    ]);
    expect(await refusalOf(runCommand(forum, 'import-firms', '--aply'))).toEqual([
      'forum import-firms --aply ended with 1:',
      expect.stringContaining("'--aply'"),
    ]);
  });
});

const refusalOf = async (command: Promise<string>): Promise<string[]> =>
  command.then(
    () => ['it was done'],
    (error: unknown) => lines((error as Error).message),
  );
