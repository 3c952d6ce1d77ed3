import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A step of the schema. There is no step back: what a forum was before, its backup brings back. */
export abstract class ForwardMigration implements MigrationInterface {
  abstract up(runner: QueryRunner): Promise<void>;

  down(): Promise<never> {
    return Promise.reject(
      new Error('Migrations only go forward. Restore the backup that was taken before: forum -- restore.'),
    );
  }
}
