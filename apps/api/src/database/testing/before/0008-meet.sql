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

create table availability (
  edition_id uuid not null,
  delegate_id uuid not null,
  during tstzrange not null,
  constraint availability_once primary key (delegate_id, during without overlaps),
  constraint availability_of foreign key (edition_id, delegate_id) references delegate (edition_id, id)
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
  version integer not null default 1,
  constraint meeting_pk primary key (id),
  constraint meeting_of_edition unique (edition_id, id),
  constraint meeting_in_edition foreign key (edition_id) references edition (id),
  constraint meeting_from foreign key (edition_id, from_team_id) references team (edition_id, id),
  constraint meeting_to foreign key (edition_id, to_team_id) references team (edition_id, id),
  constraint meeting_at foreign key (edition_id, table_id) references meeting_table (edition_id, id),
  constraint meeting_by foreign key (requested_by) references person (id),
  constraint meeting_between_two check (from_team_id <> to_team_id),
  constraint meeting_state check (state in ('requested', 'accepted', 'declined', 'withdrawn', 'cancelled', 'expired')),
  constraint meeting_turn check (turn in ('from', 'to')),
  constraint meeting_turn_while_open check (
    case state when 'requested' then turn is not null when 'accepted' then true else turn is null end
  ),
  constraint meeting_accepted_has_place check (state <> 'accepted' or (starts_at is not null and ends_at > starts_at and table_id is not null))
);
create index meeting_from_team on meeting (from_team_id);
create index meeting_to_team on meeting (to_team_id);
create index meeting_open on meeting (expires_at) where state = 'requested';
create index meeting_by_time on meeting (edition_id, starts_at, id);

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

create table meeting_notice (
  id uuid not null default uuidv7(),
  edition_id uuid not null,
  meeting_id uuid not null,
  person_id uuid not null,
  side text not null,
  code text not null,
  minutes integer,
  sent_at timestamptz not null default now(),
  constraint meeting_notice_pk primary key (id),
  constraint meeting_notice_in foreign key (edition_id, meeting_id) references meeting (edition_id, id),
  constraint meeting_notice_by foreign key (person_id) references person (id)
);
create index meeting_notice_of on meeting_notice (meeting_id, sent_at);
