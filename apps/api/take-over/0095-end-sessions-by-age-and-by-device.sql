-- A session has an end that no use moves, and a device that is known again.
alter table sign_in_session
  add column ends_at timestamptz,
  add column zone text,
  add column device_hash bytea;
create index sign_in_session_of_device on sign_in_session (device_hash);
comment on column sign_in_session.ends_at is 'By its age; found out anew with use, because roles and phases of editions change. Null before the first time.';
comment on column sign_in_session.zone is 'Where the device is, as it says.';

create table known_device (
  person_id uuid not null,
  device_hash bytea not null,
  first_seen_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  constraint known_device_pk primary key (person_id, device_hash),
  constraint known_device_of foreign key (person_id) references person (id) on delete cascade
);
