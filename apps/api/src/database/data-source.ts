import { DataSource } from 'typeorm';
import { PreparingClient } from './preparing-client.ts';

/** The running server's connections: as the role that owns nothing, in UTC, with bounded statements. */
export function createDataSource(url: string, poolSize: number): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    poolSize,
    synchronize: false,
    entities: [],
    applicationName: 'forum',
    extra: {
      Client: PreparingClient,
      options:
        '-c role=forum_server -c timezone=UTC -c statement_timeout=20000 -c lock_timeout=3000 -c idle_in_transaction_session_timeout=30000',
      connectionTimeoutMillis: 15_000,
    },
  });
}
