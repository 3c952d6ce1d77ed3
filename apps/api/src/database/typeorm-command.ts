import { createMigrationSource } from './migration-source.ts';

/** What `npm run typeorm` shows and runs migrations with: the database that DATABASE_OWNER_URL or DATABASE_URL names. */
export default createMigrationSource(process.env['DATABASE_OWNER_URL'] ?? process.env['DATABASE_URL'] ?? '');
