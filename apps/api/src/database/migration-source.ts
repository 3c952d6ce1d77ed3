import { DataSource } from 'typeorm';
import { firstMigrations, migrations } from './migrations.ts';

/** The owner's connection, by which migrations are run. Each is one transaction, with no bound to its time. */
export const createMigrationSource = (url: string, run: typeof firstMigrations = migrations): DataSource =>
  new DataSource({
    type: 'postgres',
    url,
    poolSize: 1,
    synchronize: false,
    migrations: run,
    migrationsTransactionMode: 'each',
    applicationName: 'forum-migrations',
    extra: { connectionTimeoutMillis: 5_000 },
  });
