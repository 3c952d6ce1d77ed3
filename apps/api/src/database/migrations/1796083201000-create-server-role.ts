import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from '../forward-migration.ts';

/** The role of the running server, and how instants are written. */
export class CreateServerRole1796083201000 extends ForwardMigration {
  override async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The role that the running server takes: it owns nothing and cannot rewrite the journal.
      create extension if not exists btree_gist;

      do $$
      begin
        if not exists (select from pg_roles where rolname = 'forum_server') then
          create role forum_server nologin;
        end if;
      end $$;

      grant forum_server to current_user;
      grant usage on schema public to forum_server;
      alter default privileges in schema public grant select, insert, update, delete on tables to forum_server;
      alter default privileges in schema public grant usage, select on sequences to forum_server;

      -- An instant as it goes over the wire: ISO 8601 in UTC with Z, as short as the rules write it.
      create function utc(instant timestamptz) returns text language sql stable strict parallel safe as
        $$ select replace(to_char(instant at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '.000Z', 'Z') $$;
    `);
  }
}
