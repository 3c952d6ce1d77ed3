import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from '../forward-migration.ts';

/** Files that were read, before and after they are applied. */
export class CreateImports1796083217000 extends ForwardMigration {
  override async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Files that were read and shown as a difference, before and after somebody applied them.
      create table proposed_import (
        id uuid not null default uuidv7(),
        edition_id uuid not null,
        subject text not null,
        source text not null,
        content jsonb not null,
        difference jsonb not null,
        state text not null default 'proposed',
        created_by uuid not null,
        created_at timestamptz not null default now(),
        applied_at timestamptz,
        constraint proposed_import_pk primary key (id),
        constraint proposed_import_in_edition foreign key (edition_id) references edition (id),
        constraint proposed_import_by foreign key (created_by) references person (id),
        constraint proposed_import_subject check (subject in ('programme', 'firms')),
        constraint proposed_import_state check (state in ('proposed', 'applied', 'discarded'))
      );
      create index proposed_import_of on proposed_import (edition_id, subject, created_at);
    `);
  }
}
