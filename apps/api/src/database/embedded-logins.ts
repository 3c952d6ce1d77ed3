import { createHmac } from 'node:crypto';
import pg from 'pg';
import type { DatabaseLogins } from './database-url.ts';

const serverLogin = 'forum_login';

/** The logins of an embedded PostgreSQL at a port of loopback, by the password of its owner. */
export function embeddedLogins(port: number | string, password: string): DatabaseLogins {
  const address = `127.0.0.1:${port}/postgres`;
  return {
    owner: `postgres://forum:${password}@${address}`,
    server: `postgres://${serverLogin}:${serverPassword(password)}@${address}`,
  };
}

/** Makes the server's login where there is none yet, and sets its password. */
export async function makeServerLogin({ owner, server }: DatabaseLogins): Promise<void> {
  const client = new pg.Client({ connectionString: owner });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [serverLogin]);
    const verb = rowCount === 0 ? 'create' : 'alter';
    await client.query(`${verb} role ${serverLogin} login password '${new URL(server).password}'`);
  } finally {
    await client.end();
  }
}

/** Follows from the owner's password, which does not follow from it. */
const serverPassword = (password: string) =>
  createHmac('sha256', password).update(`the password of ${serverLogin}`).digest('hex');
