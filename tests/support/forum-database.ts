import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import type { RunningForum } from './running-forum.ts';

/** The address of the embedded PostgreSQL of a running forum, read where the server keeps it. */
export function databaseOf({ dataDir }: RunningForum): string {
  const read = (file: string) => readFileSync(path.join(dataDir, file), 'utf8');
  const port = read('postgres/postmaster.pid').split('\n')[3];
  return `postgres://forum:${read('postgres-password')}@127.0.0.1:${port}/postgres`;
}

/** The secret that it made for itself; every other node of the same forum needs it. */
export const secretOf = ({ dataDir }: RunningForum): string =>
  readFileSync(path.join(dataDir, 'secret'), 'utf8');

/** A pool of connections to it. */
export const connectTo = (forum: RunningForum, connections: number): pg.Pool =>
  new pg.Pool({ connectionString: databaseOf(forum), max: connections });
