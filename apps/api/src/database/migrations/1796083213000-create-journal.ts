import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from '../forward-migration.ts';

/** Changes, their streams, and the journal that proves them. */
export class CreateJournal1796083213000 extends ForwardMigration {
  override async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Committed facts that wait for their number; the sequencer moves them into the journal.
      create table change (
        id bigint generated always as identity,
        edition_id uuid not null,
        streams text[] not null,
        type text not null,
        entity_id uuid not null,
        version integer not null,
        person_id uuid,
        acting_for uuid,
        payload jsonb,
        detail jsonb,
        at timestamptz not null default clock_timestamp(),
        constraint change_pk primary key (id),
        constraint change_has_stream check (cardinality(streams) > 0)
      );

      -- One row a change: gapless in its edition, chained by hash. Ids, versions and keyed hashes only.
      create table journal (
        id bigint generated always as identity,
        edition_id uuid not null,
        sequence bigint not null,
        type text not null,
        entity_id uuid not null,
        version integer not null,
        person_id uuid,
        acting_for uuid,
        detail_hash bytea,
        at timestamptz not null,
        previous_hash bytea not null,
        hash bytea not null,
        keyed boolean not null default false,
        constraint journal_pk primary key (id),
        constraint journal_gapless unique (edition_id, sequence)
      );
      comment on column journal.keyed is 'Whether the hash is keyed; those before the link journal.carried-over are not.';
      revoke update, delete on journal from forum_server;

      -- Which number a change has in each of its streams.
      create table journal_stream (
        edition_id uuid not null,
        stream text not null,
        number bigint not null,
        journal_id bigint not null,
        payload jsonb,
        constraint journal_stream_pk primary key (edition_id, stream, number),
        constraint journal_stream_of foreign key (journal_id) references journal (id)
      );
      create index journal_stream_by_journal on journal_stream (journal_id);
      revoke update, delete on journal_stream from forum_server;

      create table stream_head (
        edition_id uuid not null,
        stream text not null,
        number bigint not null,
        constraint stream_head_pk primary key (edition_id, stream)
      );

      -- Before and after of a change; erasure may empty it without breaking the chain.
      create table journal_detail (
        journal_id bigint not null,
        detail jsonb not null,
        constraint journal_detail_pk primary key (journal_id),
        constraint journal_detail_of foreign key (journal_id) references journal (id)
      );
      revoke update, delete on journal_detail from forum_server;

      create function refuse_to_rewrite_the_journal() returns trigger language plpgsql as $$
      begin
        raise exception 'the journal is only ever added to';
      end $$;
      create trigger journal_only_grows before update or delete on journal
        for each row execute function refuse_to_rewrite_the_journal();
      create trigger journal_is_never_emptied before truncate on journal
        for each statement execute function refuse_to_rewrite_the_journal();
      create trigger journal_stream_only_grows before update or delete on journal_stream
        for each row execute function refuse_to_rewrite_the_journal();
      create trigger journal_stream_is_never_emptied before truncate on journal_stream
        for each statement execute function refuse_to_rewrite_the_journal();

      -- By which every node proves that it keys the journal's hashes with the same secret; the first that starts leaves it.
      create table journal_secret (
        is_one boolean not null default true,
        fingerprint bytea not null,
        known_since timestamptz not null default now(),
        constraint journal_secret_pk primary key (is_one),
        constraint journal_secret_is_one check (is_one)
      );
      revoke update, delete on journal_secret from forum_server;
    `);
  }
}
