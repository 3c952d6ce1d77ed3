create table room (
  id uuid not null default uuidv7(),
  edition_id uuid not null,
  name text not null,
  position integer not null,
  constraint room_pk primary key (id),
  constraint room_of_edition unique (edition_id, id),
  constraint room_name_once unique (edition_id, name),
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
  external_id text,
  name text not null,
  organisation text,
  person_id uuid,
  constraint speaker_pk primary key (id),
  constraint speaker_of_edition unique (edition_id, id),
  constraint speaker_external_once unique (edition_id, external_id),
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
  constraint star_pk primary key (person_id, session_id),
  constraint star_by foreign key (person_id) references person (id),
  constraint star_on foreign key (edition_id, session_id) references session (edition_id, id)
);
create index star_of_session on star (session_id);

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
