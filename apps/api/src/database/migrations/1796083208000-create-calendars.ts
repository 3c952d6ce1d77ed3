import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from '../forward-migration.ts';

/** Calendar feeds, and what left them. */
export class CreateCalendars1796083208000 extends ForwardMigration {
  override async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table calendar_feed (
        id uuid not null default uuidv7(),
        edition_id uuid not null,
        person_id uuid not null,
        secret_hash bytea not null,
        created_at timestamptz not null default now(),
        revoked_at timestamptz,
        constraint calendar_feed_pk primary key (id),
        constraint calendar_feed_secret_once unique (secret_hash),
        constraint calendar_feed_of foreign key (person_id) references person (id),
        constraint calendar_feed_in foreign key (edition_id) references edition (id)
      );
      create unique index calendar_feed_once on calendar_feed (edition_id, person_id) where revoked_at is null;

      -- What left the feeds of people because fewer may see it: a session whose audience was narrowed (then of nobody in
      -- particular), one that a person is not named for any more, a meeting that they no longer take part in. As it was then:
      -- nothing that changes afterwards is told.
      create table calendar_withdrawal (
        id uuid not null default uuidv7(),
        edition_id uuid not null,
        session_id uuid,
        meeting_id uuid,
        person_id uuid,
        -- Who had seen the session; null for a meeting.
        audience text,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        sequence integer not null,
        at timestamptz not null default now(),
        constraint calendar_withdrawal_pk primary key (id),
        constraint calendar_withdrawal_of_session foreign key (edition_id, session_id) references session (edition_id, id) on delete cascade,
        constraint calendar_withdrawal_from foreign key (person_id) references person (id),
        constraint calendar_withdrawal_of_one check (num_nonnulls(session_id, meeting_id) = 1),
        constraint calendar_withdrawal_whose check (person_id is not null or session_id is not null),
        constraint calendar_withdrawal_audience check ((audience is null) = (session_id is null)),
        constraint calendar_withdrawal_ends check (ends_at > starts_at)
      );
      create index calendar_withdrawal_by_session on calendar_withdrawal (session_id, at) where session_id is not null;
      create index calendar_withdrawal_by_person on calendar_withdrawal (person_id, at) where person_id is not null;

      create function session_leaves_calendars() returns trigger language plpgsql as $$
      begin
        insert into calendar_withdrawal (edition_id, session_id, audience, starts_at, ends_at, sequence)
        values (old.edition_id, old.id, old.audience, old.starts_at, old.ends_at, new.sequence + new.entry_sequence);
        return null;
      end $$;
      create trigger session_leaves_calendars after update on session
        for each row when (
          array_position(array['restricted', 'accredited', 'public'], new.audience)
          < array_position(array['restricted', 'accredited', 'public'], old.audience))
        execute function session_leaves_calendars();

      -- Whoever is named for a restricted session again gets its entry back: with a higher SEQUENCE than the cancellation that
      -- their calendar had meanwhile, else it stays cancelled there.
      create function access_leaves_calendars() returns trigger language plpgsql as $$
      begin
        update session set entry_sequence = entry_sequence + 1, entry_changed_at = now()
        where id = old.session_id and audience = 'restricted';
        insert into calendar_withdrawal (edition_id, session_id, person_id, audience, starts_at, ends_at, sequence)
        select s.edition_id, s.id, d.person_id, s.audience, s.starts_at, s.ends_at, s.sequence + s.entry_sequence
        from session s join delegate d on d.id = old.delegate_id
        where s.id = old.session_id and s.audience = 'restricted'
          and exists (select from star x where x.session_id = s.id and x.person_id = d.person_id);
        return null;
      end $$;
      create trigger access_leaves_calendars after delete on session_access
        for each row execute function access_leaves_calendars();

      create function speaking_leaves_calendars() returns trigger language plpgsql as $$
      begin
        update session set entry_sequence = entry_sequence + 1, entry_changed_at = now()
        where id = old.session_id and audience = 'restricted';
        insert into calendar_withdrawal (edition_id, session_id, person_id, audience, starts_at, ends_at, sequence)
        select s.edition_id, s.id, k.person_id, s.audience, s.starts_at, s.ends_at, s.sequence + s.entry_sequence
        from session s join speaker k on k.id = old.speaker_id
        where s.id = old.session_id and s.audience = 'restricted'
          and exists (select from star x where x.session_id = s.id and x.person_id = k.person_id);
        return null;
      end $$;
      create trigger speaking_leaves_calendars after delete on session_speaker
        for each row execute function speaking_leaves_calendars();
    `);
  }
}
