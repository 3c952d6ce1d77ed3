import pg from 'pg';
import { StartError } from '../start-error.ts';
import { postgresCode } from './database.ts';
import type { DatabaseLogins } from './database-url.ts';

/**
 * Gives the server's login the rights of `forum_server`, without letting it take that role, and refuses a login that
 * may do more: what a statement smuggled into the server could do is what this login may do.
 */
export async function admitServerLogin({ owner, server }: DatabaseLogins): Promise<void> {
  if (owner === server) return;
  const name = await refuseWideLogin(server);
  const client = await connect(owner, 'DATABASE_OWNER_URL');
  try {
    const { rows } = await client.query<{ isAdmitted: boolean }>(
      `select pg_has_role($1, 'forum_server', 'usage') and not pg_has_role($1, 'forum_server', 'set') as "isAdmitted"`,
      [name],
    );
    if (rows[0]?.isAdmitted) return;
    const grant = `grant forum_server to ${client.escapeIdentifier(name)} with inherit true, set false, admin false`;
    await client.query(grant).catch((error: unknown) => {
      if (postgresCode(error) !== '42501') throw error;
      throw new StartError(
        `The owner of the database may not give the server its rights. As a superuser of PostgreSQL: ${grant};`,
      );
    });
  } finally {
    await client.end();
  }
}

/** Which rights a login has that a server must not have, each in words; and its name. */
const excess = `
  select session_user::text as name, array_remove(array[
    case when rolsuper then 'is a superuser' end,
    case when rolcreaterole then 'may create roles' end,
    case when rolcreatedb then 'may create databases' end,
    case when rolreplication then 'may replicate' end,
    case when rolbypassrls then 'bypasses row security' end,
    case when exists (
      select from pg_shdepend where refclassid = 'pg_authid'::regclass and refobjid = r.oid and deptype = 'o'
        and dbid in (0, (select oid from pg_database where datname = current_database()))
    ) or exists (select from pg_database where datname = current_database() and datdba = r.oid)
      then 'owns the database or something in it' end,
    (select 'may act as ' || string_agg(o.rolname, ', ' order by o.rolname) from pg_roles o
     where o.oid <> r.oid and o.rolname <> 'forum_server' and not r.rolsuper and pg_has_role(r.oid, o.oid, 'member'))
  ], null) as too_much
  from pg_roles r where rolname = session_user`;

async function refuseWideLogin(server: string): Promise<string> {
  const client = await connect(server, 'DATABASE_URL');
  try {
    const { rows } = await client.query<{ name: string; too_much: string[] }>(excess);
    const { name = '', too_much: tooMuch = [] } = rows[0] ?? {};
    if (tooMuch.length === 0) return name;
    throw new StartError(
      `DATABASE_URL signs in as ${name}, which ${tooMuch.join(', ')}. Beside DATABASE_OWNER_URL it must be a login with no rights of its own: create role … login password '…'; docs/operating.md says more.`,
    );
  } finally {
    await client.end();
  }
}

async function connect(url: string, variable: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect().catch((error: Error) => {
    throw new StartError(
      `The database cannot be reached (${error.message || (error as NodeJS.ErrnoException).code}). Check ${variable} and that the server runs.`,
    );
  });
  return client;
}
