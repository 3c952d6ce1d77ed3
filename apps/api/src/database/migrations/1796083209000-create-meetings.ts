import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from '../forward-migration.ts';

/** Halls with tables, and meetings with all that belongs to them. */
export class CreateMeetings1796083209000 extends ForwardMigration {
  override async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table hall (
        id uuid not null default uuidv7(),
        edition_id uuid not null,
        name text not null,
        slot_minutes integer not null,
        changeover_minutes integer not null,
        version integer not null default 1,
        constraint hall_pk primary key (id),
        constraint hall_of_edition unique (edition_id, id),
        constraint hall_name_once unique (edition_id, name),
        constraint hall_in_edition foreign key (edition_id) references edition (id),
        constraint hall_slot check (slot_minutes between 10 and 120 and changeover_minutes between 0 and 30)
      );

      create table hall_opening (
        hall_id uuid not null,
        during tstzrange not null,
        constraint hall_opening_once primary key (hall_id, during without overlaps),
        constraint hall_opening_of foreign key (hall_id) references hall (id)
      );

      create table hall_closure (
        hall_id uuid not null,
        during tstzrange not null,
        reason text not null,
        constraint hall_closure_pk primary key (hall_id, during),
        constraint hall_closure_of foreign key (hall_id) references hall (id)
      );

      create table meeting_table (
        id uuid not null default uuidv7(),
        edition_id uuid not null,
        hall_id uuid not null,
        label text not null,
        position integer not null,
        capacity integer not null,
        x real not null,
        y real not null,
        removed_at timestamptz,
        constraint meeting_table_pk primary key (id),
        constraint meeting_table_of_edition unique (edition_id, id),
        constraint meeting_table_label_once unique (hall_id, label),
        constraint meeting_table_in_hall foreign key (edition_id, hall_id) references hall (edition_id, id)
      );

      -- Who may release topics for a firm, named by the firm or by the host.
      create table export_officer (
        edition_id uuid not null,
        firm_id uuid not null,
        delegate_id uuid not null,
        named_by uuid,
        by_host boolean not null default false,
        named_at timestamptz not null default now(),
        confirmed_at timestamptz,
        confirmed_by uuid,
        constraint export_officer_pk primary key (edition_id, firm_id, delegate_id),
        constraint export_officer_of foreign key (edition_id, firm_id) references firm_in_edition (edition_id, firm_id),
        constraint export_officer_is foreign key (edition_id, delegate_id) references delegate (edition_id, id),
        constraint export_officer_by foreign key (named_by) references person (id),
        constraint export_officer_confirmed_by foreign key (confirmed_by) references person (id)
      );

      -- Who interprets at meetings of an edition. Their time is booked in reservation, as that of people and tables is.
      create table interpreter (
        id uuid not null default uuidv7(),
        edition_id uuid not null,
        name text not null,
        -- Primary language tags.
        languages text[] not null,
        -- When they work; null means whenever a hall is open.
        hours tstzmultirange,
        most_in_a_row integer,
        -- Whoever was taken off the list stays named in the meetings that they interpreted.
        removed_at timestamptz,
        version integer not null default 1,
        constraint interpreter_pk primary key (id),
        constraint interpreter_of_edition unique (edition_id, id),
        constraint interpreter_in_edition foreign key (edition_id) references edition (id),
        constraint interpreter_name check (char_length(name) between 1 and 120),
        constraint interpreter_between_two check (cardinality(languages) >= 2),
        constraint interpreter_in_a_row check (most_in_a_row between 1 and 40)
      );

      create table meeting (
        id uuid not null default uuidv7(),
        edition_id uuid not null,
        from_team_id uuid not null,
        to_team_id uuid not null,
        topic text not null,
        message text not null default '',
        state text not null default 'requested',
        turn text,
        suggested timestamptz[] not null default '{}',
        starts_at timestamptz,
        ends_at timestamptz,
        table_id uuid,
        sequence integer not null default 0,
        help_called boolean not null default false,
        requested_by uuid not null,
        remind_at timestamptz,
        expires_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        planned_by uuid,
        control_entries text[] not null default '{}',
        interpreter_id uuid,
        closed_by_plan uuid,
        entry_changed_at timestamptz not null default now(),
        entry_sequence integer not null default 0,
        ended_by text,
        place_lost text,
        help_called_at timestamptz,
        help_taken_by uuid,
        moved_at timestamptz,
        moved_from_starts_at timestamptz,
        moved_from_table_id uuid,
        topic_ko text,
        folded_topic text not null default '',
        agreed_at timestamptz,
        version integer not null default 1,
        constraint meeting_pk primary key (id),
        constraint meeting_of_edition unique (edition_id, id),
        constraint meeting_in_edition foreign key (edition_id) references edition (id),
        constraint meeting_from foreign key (edition_id, from_team_id) references team (edition_id, id),
        constraint meeting_to foreign key (edition_id, to_team_id) references team (edition_id, id),
        constraint meeting_at foreign key (edition_id, table_id) references meeting_table (edition_id, id),
        constraint meeting_by foreign key (requested_by) references person (id),
        constraint meeting_interpreted_by foreign key (edition_id, interpreter_id) references interpreter (edition_id, id),
        constraint meeting_help_taken_by foreign key (help_taken_by) references person (id),
        constraint meeting_moved_from_table_id_fkey FOREIGN KEY (moved_from_table_id) REFERENCES meeting_table(id) ON DELETE SET NULL,
        constraint meeting_between_two check (from_team_id <> to_team_id),
        constraint meeting_state check (state in ('requested', 'accepted', 'declined', 'withdrawn', 'cancelled', 'expired')),
        constraint meeting_turn check (turn in ('from', 'to')),
        constraint meeting_turn_while_open check ( case state when 'requested' then turn is not null when 'accepted' then true else turn is null end ),
        constraint meeting_accepted_has_place check (state <> 'accepted' or (starts_at is not null and ends_at > starts_at and table_id is not null)),
        constraint meeting_interpreted_when_accepted check (interpreter_id is null or state = 'accepted'),
        constraint meeting_ended_by check (ended_by in ('firm-gone', 'nobody-left')),
        constraint meeting_ended_by_when check (ended_by is null or state in ('declined', 'withdrawn', 'cancelled')),
        constraint meeting_place_lost check (place_lost in ('no-slot', 'no-table', 'too-few-seats')),
        constraint meeting_place_lost_while_accepted check (place_lost is null or state = 'accepted'),
        constraint meeting_help_since check (help_called = (help_called_at is not null)),
        constraint meeting_help_taken check (help_taken_by is null or help_called),
        constraint meeting_topic_ko_of_planned check (topic_ko is null or planned_by is not null)
      );
      create index meeting_from_team on meeting (from_team_id);
      create index meeting_to_team on meeting (to_team_id);
      create index meeting_open on meeting (expires_at) where state = 'requested';
      create index meeting_by_time on meeting (edition_id, starts_at, id);
      create index meeting_of_interpreter on meeting (interpreter_id) where interpreter_id is not null;
      create index meeting_without_place on meeting (edition_id, starts_at) where place_lost is not null;
      create index meeting_calling on meeting (edition_id, help_called_at) where help_called;

      create table meeting_participant (
        edition_id uuid not null,
        meeting_id uuid not null,
        delegate_id uuid not null,
        side text not null,
        constraint meeting_participant_pk primary key (meeting_id, delegate_id),
        constraint meeting_participant_in foreign key (edition_id, meeting_id) references meeting (edition_id, id),
        constraint meeting_participant_is foreign key (edition_id, delegate_id) references delegate (edition_id, id),
        constraint meeting_participant_side check (side in ('from', 'to'))
      );
      create index meeting_participant_of on meeting_participant (delegate_id);

      create table day_message (
        id uuid not null default uuidv7(),
        edition_id uuid not null,
        meeting_id uuid not null,
        person_id uuid not null,
        side text not null,
        code text not null,
        minutes integer,
        sent_at timestamptz not null default now(),
        principal_id uuid,
        constraint day_message_pk primary key (id),
        constraint day_message_in foreign key (edition_id, meeting_id) references meeting (edition_id, id),
        constraint day_message_by foreign key (person_id) references person (id),
        constraint day_message_for foreign key (principal_id) references person (id)
      );
      create index day_message_of on day_message (meeting_id, sent_at);

      -- The log of releases: one row each, never taken away; a lapsed one stays with the moment at which it lapsed.
      create table topic_release (
        id uuid not null default uuidv7(),
        edition_id uuid not null,
        meeting_id uuid not null,
        side text not null,
        officer_id uuid not null,
        entries text[] not null,
        nationalities text[] not null,
        released_at timestamptz not null,
        lapsed_at timestamptz,
        alone boolean not null default false,
        confirmed_at timestamptz,
        confirmed_by uuid,
        constraint topic_release_pk primary key (id),
        constraint topic_release_for foreign key (edition_id, meeting_id) references meeting (edition_id, id),
        constraint topic_release_by foreign key (edition_id, officer_id) references delegate (edition_id, id),
        constraint topic_release_confirmed_by foreign key (confirmed_by) references person (id),
        constraint topic_release_side check (side in ('from', 'to'))
      );
      create index topic_release_of on topic_release (meeting_id, released_at);
      create unique index topic_release_standing_once on topic_release (meeting_id, side) where lapsed_at is null;
      revoke delete on topic_release from forum_server;

      -- Documents that a side attaches to a meeting; the other side sees them once it is agreed and its topic released.
      create table meeting_attachment (
        id uuid not null default uuidv7(),
        edition_id uuid not null,
        meeting_id uuid not null,
        side text not null,
        -- Among those of its side: what bounds how many there are.
        place integer not null,
        name text not null,
        kind text not null,
        content bytea not null,
        bytes integer not null generated always as (octet_length(content)) stored,
        sha256 bytea not null generated always as (sha256(content)) stored,
        added_by uuid,
        added_at timestamptz not null,
        constraint meeting_attachment_pk primary key (id),
        constraint meeting_attachment_once_a_place unique (meeting_id, side, place),
        constraint meeting_attachment_of foreign key (edition_id, meeting_id) references meeting (edition_id, id),
        constraint meeting_attachment_by foreign key (added_by) references person (id),
        constraint meeting_attachment_side check (side in ('from', 'to')),
        constraint meeting_attachment_at_most check (place between 1 and 5),
        constraint meeting_attachment_kind check (kind in ('pdf', 'png', 'jpeg', 'text', 'docx', 'xlsx', 'pptx')),
        constraint meeting_attachment_name check (char_length(name) between 1 and 120 and name !~ '[/\\\\[:cntrl:]]'),
        constraint meeting_attachment_size check (octet_length(content) between 1 and 10485760)
      );
      alter table meeting_attachment alter column content set storage external;
      create index meeting_attachment_in on meeting_attachment (edition_id, meeting_id);
      revoke update on meeting_attachment from forum_server;

      -- One answer a delegate: no row means whenever a hall is open, a row without times means never.
      create table availability (
        edition_id uuid not null,
        delegate_id uuid not null,
        during tstzmultirange not null,
        constraint availability_answer_pk primary key (delegate_id),
        constraint availability_answer_of foreign key (edition_id, delegate_id) references delegate (edition_id, id)
      );
      create index availability_answer_in on availability (edition_id);

      -- Who asked for a meeting, proposed times of it or agreed to it, be it for somebody else: nobody of them alone releases it.
      create table meeting_mover (
        edition_id uuid not null,
        meeting_id uuid not null,
        person_id uuid not null,
        constraint meeting_mover_pk primary key (meeting_id, person_id),
        constraint meeting_mover_of foreign key (edition_id, meeting_id) references meeting (edition_id, id),
        constraint meeting_mover_is foreign key (person_id) references person (id)
      );
      create index meeting_mover_of_person on meeting_mover (person_id);

      alter table calendar_withdrawal
        add constraint calendar_withdrawal_of_meeting foreign key (edition_id, meeting_id) references meeting (edition_id, id) on delete cascade;

      create function meeting_entry_changes() returns trigger language plpgsql as $$
      begin
        if (new.topic, new.topic_ko, new.state, new.place_lost, new.starts_at, new.ends_at, new.table_id, new.interpreter_id, new.from_team_id, new.to_team_id)
           is distinct from
           (old.topic, old.topic_ko, old.state, old.place_lost, old.starts_at, old.ends_at, old.table_id, old.interpreter_id, old.from_team_id, old.to_team_id) then
          new.entry_changed_at := now();
        end if;
        return new;
      end $$;
      create trigger meeting_entry_changes before update on meeting for each row execute function meeting_entry_changes();

      create function meeting_participant_entry_changes() returns trigger language plpgsql as $$
      begin
        update meeting set entry_changed_at = now()
        where id = coalesce(new.meeting_id, old.meeting_id) and entry_changed_at < now();
        return null;
      end $$;
      create trigger meeting_participant_entry_changes after insert or delete on meeting_participant
        for each row execute function meeting_participant_entry_changes();

      create function firm_name_changes_entries() returns trigger language plpgsql as $$
      begin
        update meeting m set entry_changed_at = now() from team t where t.firm_id = new.id and t.id in (m.from_team_id, m.to_team_id);
        return null;
      end $$;
      create trigger firm_name_changes_entries after update on firm
        for each row when (new.name is distinct from old.name) execute function firm_name_changes_entries();

      create function interpreter_changes_entries() returns trigger language plpgsql as $$
      begin
        update meeting set entry_changed_at = now() where interpreter_id = new.id;
        return null;
      end $$;
      create trigger interpreter_changes_entries after update on interpreter
        for each row when ((new.name, new.languages) is distinct from (old.name, old.languages)) execute function interpreter_changes_entries();

      -- Names of places: the venue with its address and zone, rooms, halls, tables.
      create function venue_changes_entries() returns trigger language plpgsql as $$
      begin
        update session set entry_changed_at = now(), entry_sequence = entry_sequence + 1 where edition_id = new.id;
        update meeting set entry_changed_at = now(), entry_sequence = entry_sequence + 1
        where edition_id = new.id and starts_at is not null;
        return null;
      end $$;
      create trigger venue_changes_entries after update on edition
        for each row when ((new.venue, new.address, new.zone) is distinct from (old.venue, old.address, old.zone))
        execute function venue_changes_entries();

      create function hall_name_changes_entries() returns trigger language plpgsql as $$
      begin
        update meeting m set entry_changed_at = now(), entry_sequence = entry_sequence + 1
        from meeting_table t where t.hall_id = new.id and t.id = m.table_id;
        return null;
      end $$;
      create trigger hall_name_changes_entries after update on hall
        for each row when (new.name is distinct from old.name) execute function hall_name_changes_entries();

      create function table_label_changes_entries() returns trigger language plpgsql as $$
      begin
        update meeting set entry_changed_at = now(), entry_sequence = entry_sequence + 1 where table_id = new.id;
        return null;
      end $$;
      create trigger table_label_changes_entries after update on meeting_table
        for each row when ((new.label, new.hall_id) is distinct from (old.label, old.hall_id)) execute function table_label_changes_entries();

      create function meeting_leaves_calendars() returns trigger language plpgsql as $$
      begin
        insert into calendar_withdrawal (edition_id, meeting_id, person_id, starts_at, ends_at, sequence)
        select m.edition_id, m.id, d.person_id, m.starts_at, m.ends_at, m.sequence + m.entry_sequence + 1
        from meeting m join delegate d on d.id = old.delegate_id
        where m.id = old.meeting_id and m.state = 'accepted' and m.starts_at is not null;
        return null;
      end $$;
      create trigger meeting_leaves_calendars after delete on meeting_participant
        for each row execute function meeting_leaves_calendars();

      create function meeting_moves() returns trigger language plpgsql as $$
      begin
        new.moved_at := now();
        new.moved_from_starts_at := old.starts_at;
        new.moved_from_table_id := old.table_id;
        return new;
      end $$;
      create trigger meeting_moves before update on meeting for each row
        when (old.state = 'accepted' and new.state = 'accepted'
          and (old.starts_at, old.table_id) is distinct from (new.starts_at, new.table_id))
        execute function meeting_moves();

      create function meeting_agreed() returns trigger language plpgsql as $$
      begin
        new.agreed_at := coalesce(case tg_op when 'INSERT' then new.agreed_at end, now());
        return new;
      end $$;
      create trigger meeting_agreed before update on meeting for each row
        when (old.state <> 'accepted' and new.state = 'accepted')
        execute function meeting_agreed();
      create trigger meeting_made_agreed before insert on meeting for each row
        when (new.state = 'accepted')
        execute function meeting_agreed();
    `);
  }
}
