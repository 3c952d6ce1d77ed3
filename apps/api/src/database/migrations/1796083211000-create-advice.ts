import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from '../forward-migration.ts';

/** What firms and countries are advised by, and worksheets. */
export class CreateAdvice1796083211000 extends ForwardMigration {
  override async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What a firm says of itself for the rules of access to programmes, and which of it others' advice may use.
      create table route_facts (
        firm_id uuid not null,
        content jsonb not null,
        shared text[] not null default '{}',
        updated_at timestamptz not null default now(),
        updated_by uuid,
        version integer not null default 1,
        constraint route_facts_pk primary key (firm_id),
        constraint route_facts_of foreign key (firm_id) references firm (id),
        constraint route_facts_by foreign key (updated_by) references person (id),
        constraint route_facts_is_object check (jsonb_typeof(content) = 'object')
      );

      -- A bill of materials by origin and cost. Its lines are read by nobody but the firm.
      create table worksheet (
        id uuid not null default uuidv7(),
        edition_id uuid not null,
        firm_id uuid not null,
        title text not null,
        currency char(3) not null,
        lines jsonb not null,
        updated_at timestamptz not null default now(),
        updated_by uuid,
        version integer not null default 1,
        constraint worksheet_pk primary key (id),
        constraint worksheet_of_edition unique (edition_id, id),
        constraint worksheet_of foreign key (edition_id, firm_id) references firm_in_edition (edition_id, firm_id),
        constraint worksheet_by foreign key (updated_by) references person (id),
        constraint worksheet_has_lines check (jsonb_typeof(lines) = 'array')
      );
      create index worksheet_of_firm on worksheet (edition_id, firm_id, id);

      -- Firms that may see the ratio of a worksheet.
      create table worksheet_share (
        edition_id uuid not null,
        worksheet_id uuid not null,
        firm_id uuid not null,
        shared_at timestamptz not null default now(),
        constraint worksheet_share_pk primary key (worksheet_id, firm_id),
        constraint worksheet_share_of foreign key (edition_id, worksheet_id) references worksheet (edition_id, id) on delete cascade,
        constraint worksheet_share_with foreign key (edition_id, firm_id) references firm_in_edition (edition_id, firm_id)
      );
      create index worksheet_share_with_firm on worksheet_share (edition_id, firm_id);
    `);
  }
}
