import PgBoss from 'pg-boss';
import { jobNames } from './jobs.ts';

/** The schedules' own queue, which pg-boss makes when it starts. */
const queueOfSchedules = '__pgboss__send-it';

/**
 * Makes the tables of the jobs and a queue for each kind, as the owner of the database: the server that works on them
 * may read and write rows, and define nothing.
 */
export async function prepareQueues(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    application_name: 'forum-jobs',
    schema: 'pgboss',
    max: 1,
    supervise: false,
    schedule: false,
  });
  let trouble: unknown;
  boss.on('error', (error) => (trouble ??= error));
  await boss.start();
  try {
    await boss.createQueue(queueOfSchedules);
    for (const name of jobNames) {
      await boss.createQueue(name, { name, retryLimit: 5, retryDelay: 5, retryBackoff: true });
    }
    await letServerWork(boss);
  } finally {
    await boss.stop({ graceful: false, wait: true });
  }
  if (trouble) throw trouble;
}

async function letServerWork(boss: PgBoss): Promise<void> {
  const database = boss.getDb() as unknown as { executeSql(sql: string): Promise<unknown> };
  await database.executeSql('grant usage on schema pgboss to forum_server');
  await database.executeSql(
    'grant select, insert, update, delete on all tables in schema pgboss to forum_server',
  );
}
