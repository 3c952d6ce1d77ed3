import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from '../forward-migration.ts';

/** Sessions with rooms, tracks and speakers, and stars. */
export class CreateProgramme1796083207000 extends ForwardMigration {
  override async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table room (
        id uuid not null default uuidv7(),
        edition_id uuid not null,
        name text not null,
        position integer not null,
        source_name text,
        constraint room_pk primary key (id),
        constraint room_of_edition unique (edition_id, id),
        constraint room_name_once unique (edition_id, name),
        constraint room_source_name_once unique (edition_id, source_name),
        constraint room_in_edition foreign key (edition_id) references edition (id)
      );

      create table track (
        id uuid not null default uuidv7(),
        edition_id uuid not null,
        name text not null,
        colour text,
        constraint track_pk primary key (id),
        constraint track_of_edition unique (edition_id, id),
        constraint track_name_once unique (edition_id, name),
        constraint track_in_edition foreign key (edition_id) references edition (id)
      );

      create table speaker (
        id uuid not null default uuidv7(),
        edition_id uuid not null,
        name text not null,
        organisation text,
        person_id uuid,
        constraint speaker_pk primary key (id),
        constraint speaker_of_edition unique (edition_id, id),
        constraint speaker_in_edition foreign key (edition_id) references edition (id),
        constraint speaker_is_person foreign key (person_id) references person (id)
      );
      create index speaker_of_person on speaker (person_id);

      create table session (
        id uuid not null default uuidv7(),
        edition_id uuid not null,
        guid text,
        title text not null,
        subtitle text,
        abstract text not null default '',
        description text not null default '',
        language text,
        kind text not null,
        state text not null default 'scheduled',
        audience text not null default 'public',
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        day date not null,
        room_id uuid,
        track_id uuid,
        url text,
        links jsonb not null default '[]',
        was jsonb,
        sequence integer not null default 0,
        removed_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        told jsonb,
        entry_changed_at timestamptz not null default now(),
        entry_sequence integer not null default 0,
        version integer not null default 1,
        constraint session_pk primary key (id),
        constraint session_of_edition unique (edition_id, id),
        constraint session_guid_once unique (edition_id, guid),
        constraint session_in_edition foreign key (edition_id) references edition (id),
        constraint session_in_room foreign key (edition_id, room_id) references room (edition_id, id),
        constraint session_on_track foreign key (edition_id, track_id) references track (edition_id, id),
        constraint session_ends_after_it_starts check (ends_at > starts_at),
        constraint session_kind check (kind in ('plenary', 'panel', 'roundtable', 'pitch', 'demonstration', 'other')),
        constraint session_state check (state in ('scheduled', 'cancelled')),
        constraint session_audience check (audience in ('public', 'accredited', 'restricted'))
      );
      create index session_by_time on session (edition_id, starts_at, id);

      create table session_speaker (
        edition_id uuid not null,
        session_id uuid not null,
        speaker_id uuid not null,
        position integer not null,
        by_hand boolean not null default false,
        constraint session_speaker_pk primary key (session_id, speaker_id),
        constraint session_speaker_in foreign key (edition_id, session_id) references session (edition_id, id),
        constraint session_speaker_is foreign key (edition_id, speaker_id) references speaker (edition_id, id)
      );
      create index session_speaker_of on session_speaker (speaker_id);

      create table session_access (
        edition_id uuid not null,
        session_id uuid not null,
        delegate_id uuid not null,
        constraint session_access_pk primary key (session_id, delegate_id),
        constraint session_access_to foreign key (edition_id, session_id) references session (edition_id, id),
        constraint session_access_of foreign key (edition_id, delegate_id) references delegate (edition_id, id)
      );
      create index session_access_by on session_access (delegate_id);
      comment on table session_access is 'Who is cleared for a restricted session, besides its speakers and the organisers.';

      create table star (
        edition_id uuid not null,
        person_id uuid not null,
        session_id uuid not null,
        starred_at timestamptz not null default now(),
        freed_at timestamptz,
        constraint star_pk primary key (person_id, session_id),
        constraint star_by foreign key (person_id) references person (id),
        constraint star_on foreign key (edition_id, session_id) references session (edition_id, id)
      );
      create index star_of_session on star (session_id);

      -- What files call a speaker: their id in a file with ids, else the name; a speaker that the secretariat recognised under
      -- a new id or name has several. It says who somebody is, so each says it of one speaker only.
      create table speaker_key (
        edition_id uuid not null,
        key text not null,
        speaker_id uuid not null,
        constraint speaker_key_pk primary key (edition_id, key),
        constraint speaker_key_of foreign key (edition_id, speaker_id) references speaker (edition_id, id),
        constraint speaker_key_kind check (key ~ '^(id|name):')
      );
      create index speaker_key_of_speaker on speaker_key (speaker_id);

      -- A speaker sees their sessions before they are accredited, but not once they are declined, withdrawn or revoked.
      create function standing_of(the_person uuid, the_edition uuid)
      returns table (
        roles text[],
        accredited boolean,
        delegate_id uuid,
        firm_id uuid,
        delegation_ids uuid[],
        team_ids uuid[],
        session_ids uuid[]
      ) language sql stable as $$
        with me as (
          select d.id, r.firm_id, d.state, d.state = 'accredited' as accredited
          from delegate d left join representative r on r.edition_id = d.edition_id and r.delegate_id = d.id
          where d.edition_id = the_edition and d.person_id = the_person
        ),
        headed as (
          select id from delegation where edition_id = the_edition and head_id = the_person
        ),
        spoken as (
          select p.session_id
          from speaker s join session_speaker p on p.speaker_id = s.id
          where s.edition_id = the_edition and s.person_id = the_person
            and not exists (select from me where state in ('declined', 'withdrawn', 'revoked'))
        ),
        held as (
          select role from role_grant where edition_id = the_edition and person_id = the_person
          union select 'organiser' from person where id = the_person and secretariat
          union select 'delegation-head' where exists (select from headed)
          union select 'delegate' from me where accredited
          union select 'firm-representative' from me where firm_id is not null
          union select 'speaker' where exists (select from spoken)
        )
        select
          coalesce((select array_agg(role order by role) from held), '{}'),
          coalesce((select accredited from me), false),
          (select id from me),
          (select firm_id from me),
          coalesce((select array_agg(id order by id) from headed), '{}'),
          coalesce((select array_agg(m.team_id order by m.team_id)
                    from team_member m join me on me.id = m.delegate_id
                    join team t on t.id = m.team_id and t.firm_id = me.firm_id
                    where t.removed_at is null), '{}'),
          coalesce((select array_agg(distinct session_id) from (
            select a.session_id from session_access a join me on me.id = a.delegate_id where me.accredited
            union select session_id from spoken
          ) cleared), '{}')
      $$;

      create function session_entry_changes() returns trigger language plpgsql as $$
      begin
        if (new.title, new.subtitle, new.url, new.audience, new.state, new.removed_at is null, new.room_id, new.starts_at, new.ends_at)
           is distinct from
           (old.title, old.subtitle, old.url, old.audience, old.state, old.removed_at is null, old.room_id, old.starts_at, old.ends_at) then
          new.entry_changed_at := now();
        end if;
        if new.audience is distinct from old.audience then
          new.entry_sequence := new.entry_sequence + 1;
        end if;
        return new;
      end $$;
      create trigger session_entry_changes before update on session for each row execute function session_entry_changes();

      -- Who speaks in a session, who comes to a meeting.
      create function session_speaker_entry_changes() returns trigger language plpgsql as $$
      begin
        update session set entry_changed_at = now()
        where id = coalesce(new.session_id, old.session_id) and entry_changed_at < now();
        return null;
      end $$;
      create trigger session_speaker_entry_changes after insert or update or delete on session_speaker
        for each row execute function session_speaker_entry_changes();

      -- Names of people, firms and interpreters: what an entry says, not where it takes place.
      create function speaker_name_changes_entries() returns trigger language plpgsql as $$
      begin
        update session set entry_changed_at = now()
        where id in (select session_id from session_speaker where speaker_id = new.id);
        return null;
      end $$;
      create trigger speaker_name_changes_entries after update on speaker
        for each row when (new.name is distinct from old.name) execute function speaker_name_changes_entries();

      create function room_name_changes_entries() returns trigger language plpgsql as $$
      begin
        update session set entry_changed_at = now(), entry_sequence = entry_sequence + 1 where room_id = new.id;
        return null;
      end $$;
      create trigger room_name_changes_entries after update on room
        for each row when (new.name is distinct from old.name) execute function room_name_changes_entries();

      create function settle_stars(the_edition uuid, the_people uuid[], the_sessions uuid[]) returns void language sql as $$
        update star set freed_at = case when now_read.it then null else now() end
        from (
          select x.person_id, x.session_id, s.removed_at is null and (s.audience = 'public' or coalesce((
            select s.id = any(st.session_ids) or 'organiser' = any(st.roles) or (s.audience = 'accredited' and st.accredited)
            from standing_of(x.person_id, x.edition_id) st), false)) as it
          from star x join session s on s.id = x.session_id
          where x.edition_id = the_edition
            and (the_people is null or x.person_id = any(the_people)) and (the_sessions is null or x.session_id = any(the_sessions))) now_read
        where star.person_id = now_read.person_id and star.session_id = now_read.session_id
          and (star.freed_at is null) <> now_read.it
      $$;

      create function settle_stars_of_session() returns trigger language plpgsql as $$
      begin
        perform settle_stars(new.edition_id, null, array[new.id]);
        return null;
      end $$;
      create trigger session_settles_stars after update of audience, removed_at on session for each row
        when (old.audience is distinct from new.audience or old.removed_at is distinct from new.removed_at)
        execute function settle_stars_of_session();

      create function settle_stars_of_delegate() returns trigger language plpgsql as $$
      begin
        perform settle_stars(new.edition_id, array[new.person_id], null);
        return null;
      end $$;
      create trigger delegate_settles_stars after update of state on delegate for each row
        when (old.state is distinct from new.state) execute function settle_stars_of_delegate();

      create function settle_stars_of_access() returns trigger language plpgsql as $$
      declare changed session_access := coalesce(new, old);
      begin
        perform settle_stars(changed.edition_id, array(select person_id from delegate where id = changed.delegate_id), array[changed.session_id]);
        return null;
      end $$;
      create trigger session_access_settles_stars after insert or delete on session_access for each row
        execute function settle_stars_of_access();

      create function settle_stars_of_speaking() returns trigger language plpgsql as $$
      declare changed session_speaker := coalesce(new, old);
      begin
        perform settle_stars(changed.edition_id, array(select person_id from speaker where id = changed.speaker_id and person_id is not null),
          array[changed.session_id]);
        return null;
      end $$;
      create trigger session_speaker_settles_stars after insert or delete on session_speaker for each row
        execute function settle_stars_of_speaking();

      create function settle_stars_of_speaker() returns trigger language plpgsql as $$
      begin
        perform settle_stars(new.edition_id, array_remove(array[old.person_id, new.person_id], null),
          array(select session_id from session_speaker where speaker_id = new.id));
        return null;
      end $$;
      create trigger speaker_settles_stars after update of person_id on speaker for each row
        when (old.person_id is distinct from new.person_id) execute function settle_stars_of_speaker();

      create function settle_stars_of_role() returns trigger language plpgsql as $$
      declare changed role_grant := coalesce(new, old);
      begin
        perform settle_stars(changed.edition_id, array[changed.person_id], null);
        return null;
      end $$;
      create trigger role_grant_settles_stars after insert or delete on role_grant for each row
        execute function settle_stars_of_role();

      -- All that takes somebody's or something's time. What is booked can be refused and stands in reservation; speaking
      -- follows from the programme, which the secretariat must be able to change at any moment, so it is derived.
      create view commitment as
        select edition_id, resource_kind, resource_id, during, commitment_kind, commitment_id from reservation
        union all
        select s.edition_id, 'person', k.person_id, tstzrange(s.starts_at, s.ends_at), 'speaking', s.id
        from session s join session_speaker o on o.session_id = s.id join speaker k on k.id = o.speaker_id
        where k.person_id is not null and s.state = 'scheduled' and s.removed_at is null;
    `);
  }
}
