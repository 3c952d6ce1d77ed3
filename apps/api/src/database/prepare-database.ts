import { prepareQueues } from '../jobs/prepare-queues.ts';
import type { DatabaseLogins } from './database-url.ts';
import { migrate } from './migrate.ts';
import { admitServerLogin } from './server-login.ts';

/**
 * All that is done as the owner of the database, before the server signs in: migrations, the queues of jobs, and the
 * rights of the server's login. Returns the names of the migrations that were applied.
 */
export async function prepareDatabase(logins: DatabaseLogins): Promise<string[]> {
  const applied = await migrate(logins.owner);
  await prepareQueues(logins.owner);
  await admitServerLogin(logins);
  return applied;
}
