create table person (
  id uuid not null default uuidv7(),
  mail text not null,
  given text,
  family text,
  native_script text,
  native_language text,
  display_name text not null,
  sort_key text not null,
  honorific text,
  language text not null default 'en',
  zone text,
  secretariat boolean not null default false,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  constraint person_pk primary key (id),
  constraint person_mail_once unique (mail),
  constraint person_mail_folded check (mail = lower(mail))
);
comment on column person.secretariat is 'Of the forum itself: plans editions and the rotation, organiser of every edition.';

create table sign_in_challenge (
  id uuid not null default uuidv7(),
  mail text not null,
  code_hash bytea not null,
  link_hash bytea not null,
  language text not null,
  attempts integer not null default 0,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  consumed_at timestamptz,
  constraint sign_in_challenge_pk primary key (id),
  constraint sign_in_challenge_link_once unique (link_hash)
);
create index sign_in_challenge_of_mail on sign_in_challenge (mail, created_at);

create table sign_in_session (
  id uuid not null default uuidv7(),
  secret_hash bytea not null,
  person_id uuid not null,
  acting_for uuid,
  device text not null,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  constraint sign_in_session_pk primary key (id),
  constraint sign_in_session_secret_once unique (secret_hash),
  constraint sign_in_session_of_person foreign key (person_id) references person (id) on delete cascade,
  constraint sign_in_session_for_principal foreign key (acting_for) references person (id)
);
create index sign_in_session_of on sign_in_session (person_id);

create table aide (
  id uuid not null default uuidv7(),
  principal_id uuid not null,
  mail text not null,
  person_id uuid,
  invited_by uuid not null,
  invited_at timestamptz not null default now(),
  accepted_at timestamptz,
  ended_at timestamptz,
  constraint aide_pk primary key (id),
  constraint aide_of_principal foreign key (principal_id) references person (id),
  constraint aide_is_person foreign key (person_id) references person (id),
  constraint aide_invited_by foreign key (invited_by) references person (id),
  constraint aide_accepts_as_person check (accepted_at is null or person_id is not null)
);
create unique index aide_once on aide (principal_id, mail) where ended_at is null;
create index aide_of_mail on aide (mail) where ended_at is null;
