import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from '../forward-migration.ts';

/** Writes that are answered once. */
export class CreateKeyedWrites1796083216000 extends ForwardMigration {
  override async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Writes that were sent with an idempotency key: claimed in the write's own transaction, answered after it. Kept a day.
      create table keyed_write (
        person_id uuid not null,
        key text not null,
        -- SHA-256 of what was sent, and for whom: a key is good for one request alone.
        fingerprint bytea not null,
        answer text,
        created_at timestamptz not null default now(),
        constraint keyed_write_pk primary key (person_id, key)
      ) with (fillfactor = 70);
      create index keyed_write_by_age on keyed_write (created_at);
      comment on column keyed_write.person_id is 'Whoever sat at the device; no foreign key, because it would lock the person in each of their writes.';
      comment on column keyed_write.answer is 'JSON as it was sent; null until then, and for ever when the node died in between.';
    `);
  }
}
