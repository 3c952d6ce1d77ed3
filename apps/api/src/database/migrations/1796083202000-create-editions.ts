import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from '../forward-migration.ts';

/** Editions in their capitals, the rotation and the partners. */
export class CreateEditions1796083202000 extends ForwardMigration {
  override async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table capital (
        id uuid not null default uuidv7(),
        slug text not null,
        name text not null,
        country char(2) not null,
        zone text not null,
        region text not null,
        accent text not null,
        willing boolean not null default true,
        entry_rules text not null default '',
        transport text not null default '',
        embassies text not null default '',
        emergency_numbers text not null default '',
        names jsonb not null default '{}',
        version integer not null default 1,
        constraint capital_pk primary key (id),
        constraint capital_slug_once unique (slug),
        constraint capital_region check (region in ('europe', 'indo-pacific'))
      );

      create table edition (
        id uuid not null default uuidv7(),
        slug text not null,
        year integer not null,
        capital_id uuid not null,
        title text not null,
        venue text not null,
        address text not null,
        starts_on date not null,
        ends_on date not null,
        zone text not null,
        phase text not null default 'planned',
        contact_mail text,
        contact_phone text,
        version integer not null default 1,
        constraint edition_pk primary key (id),
        constraint edition_slug_once unique (slug),
        constraint edition_year_once unique (year),
        constraint edition_in_capital foreign key (capital_id) references capital (id),
        constraint edition_ends_after_it_starts check (ends_on >= starts_on),
        constraint edition_phase check (phase in ('planned', 'announced', 'registration', 'live', 'closed', 'archived')),
        constraint edition_contact_mail check (contact_mail <> ''),
        constraint edition_contact_phone check (contact_phone <> '')
      );

      create table rotation_choice (
        year integer not null,
        capital_id uuid not null,
        reason text not null,
        chosen_by uuid not null,
        chosen_at timestamptz not null default now(),
        constraint rotation_choice_pk primary key (year),
        constraint rotation_choice_of_capital foreign key (capital_id) references capital (id)
      );

      create table edition_partner (
        id uuid not null default uuidv7(),
        edition_id uuid not null,
        kind text not null,
        code text not null,
        name text not null,
        since date not null,
        until date,
        constraint edition_partner_pk primary key (id),
        constraint edition_partner_of_edition foreign key (edition_id) references edition (id),
        constraint edition_partner_kind check (kind in ('country', 'institution')),
        constraint edition_partner_ends_after_it_starts check (until is null or until > since)
      );
      create index edition_partner_of on edition_partner (edition_id);
    `);
  }
}
