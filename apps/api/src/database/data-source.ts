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

/**
 * The same connections for Nest, which would close them before the last events of security and heads of the journal are
 * written. Who opened them closes them, after the application.
 */
export const lentDataSource = (source: DataSource): DataSource =>
  Object.create(source, { destroy: { value: () => Promise.resolve() } }) as DataSource;
