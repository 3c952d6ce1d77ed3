import { DataSource } from 'typeorm';
import type { DatabaseUrl } from './database-url.ts';
import { entities } from './entities.ts';
import { PreparingClient } from './preparing-client.ts';
import { SnakeCaseNamingStrategy } from './snake-case.ts';

/** The running server's connections: with the rights of the role that owns nothing, in UTC, with bounded statements. */
export function createDataSource(url: DatabaseUrl, poolSize: number): DataSource {
  return new DataSource({
    type: 'postgres',
    url: url.value,
    poolSize,
    synchronize: false,
    entities,
    namingStrategy: new SnakeCaseNamingStrategy(),
    applicationName: 'forum',
    extra: {
      Client: PreparingClient,
      options: url.options(
        'timezone=UTC',
        'statement_timeout=20000',
        'lock_timeout=3000',
        'idle_in_transaction_session_timeout=30000',
      ),
      connectionTimeoutMillis: 15_000,
    },
  });
}

/** Closes it, unless the application has: Nest closes what it was given when it ends. */
export async function closeDataSource(source: DataSource): Promise<void> {
  if (source.isInitialized) await source.destroy();
}
