import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from '../forward-migration.ts';

/** Firms as an edition lists them, and their teams. */
export class CreateFirms1796083205000 extends ForwardMigration {
  override async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table firm (
        id uuid not null default uuidv7(),
        name text not null,
        folded_name text not null,
        country char(2),
        website text,
        description text not null default '',
        version integer not null default 1,
        constraint firm_pk primary key (id)
      );
      create index firm_by_name on firm (folded_name);

      create table firm_in_edition (
        edition_id uuid not null,
        firm_id uuid not null,
        categories text[] not null default '{}',
        stand text,
        removed_at timestamptz,
        imported boolean not null default false,
        listed_website text,
        listed_stand text,
        listed_mail text,
        constraint firm_in_edition_pk primary key (edition_id, firm_id),
        constraint firm_in_edition_of_edition foreign key (edition_id) references edition (id),
        constraint firm_in_edition_of_firm foreign key (firm_id) references firm (id)
      );
      create index firm_in_edition_of on firm_in_edition (firm_id);

      create table team (
        id uuid not null default uuidv7(),
        edition_id uuid not null,
        firm_id uuid,
        name text not null,
        position integer not null default 0,
        removed_at timestamptz,
        capabilities text[] not null default '{}',
        delegation_id uuid,
        constraint team_pk primary key (id),
        constraint team_of_edition unique (edition_id, id),
        constraint team_of_firm foreign key (edition_id, firm_id) references firm_in_edition (edition_id, firm_id),
        constraint team_of_one_party check (num_nonnulls(firm_id, delegation_id) = 1)
      );
      create index team_of on team (edition_id, firm_id);
      create index team_of_its_delegation on team (edition_id, delegation_id) where delegation_id is not null;

      create table team_member (
        edition_id uuid not null,
        team_id uuid not null,
        delegate_id uuid not null,
        constraint team_member_pk primary key (team_id, delegate_id),
        constraint team_member_of_team foreign key (edition_id, team_id) references team (edition_id, id)
      );
      create index team_member_of on team_member (delegate_id);

      -- What exhibitor lists of an edition call a firm whose name or country was corrected since: the next list means it too.
      create table firm_listing (
        edition_id uuid not null,
        key text not null,
        firm_id uuid not null,
        constraint firm_listing_pk primary key (edition_id, key),
        constraint firm_listing_of foreign key (edition_id, firm_id) references firm_in_edition (edition_id, firm_id)
      );
      create index firm_listing_of_firm on firm_listing (firm_id);
    `);
  }
}
