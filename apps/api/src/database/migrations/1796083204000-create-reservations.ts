import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from '../forward-migration.ts';

/** Who and what is taken when. */
export class CreateReservations1796083204000 extends ForwardMigration {
  override async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whatever cannot be in two places at once holds rows here: people, tables, rooms, interpreters.
      create table reservation (
        id uuid not null default uuidv7(),
        edition_id uuid not null,
        resource_kind text not null,
        resource_id uuid not null,
        during tstzrange not null,
        commitment_kind text not null,
        commitment_id uuid not null,
        constraint reservation_pk primary key (id),
        constraint reservation_never_twice unique (resource_id, during without overlaps) deferrable initially immediate,
        constraint reservation_in_edition foreign key (edition_id) references edition (id),
        constraint reservation_resource_kind check (resource_kind in ('person', 'table', 'room', 'interpreter')),
        constraint reservation_half_open check (lower_inc(during) and not upper_inc(during))
      );
      create index reservation_of_commitment on reservation (commitment_kind, commitment_id);
      create index reservation_in on reservation using gist (edition_id, during);
    `);
  }
}
