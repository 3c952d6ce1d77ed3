-- The second factors of a person: keys of devices, an app that shows one-time codes, and codes for when both are lost.
create table passkey (
  id uuid not null default uuidv7(),
  person_id uuid not null,
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  rp_id text not null,
  device text not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  constraint passkey_pk primary key (id),
  constraint passkey_credential_once unique (credential_id),
  constraint passkey_of_person foreign key (person_id) references person (id) on delete cascade
);
create index passkey_of on passkey (person_id);
comment on column passkey.rp_id is 'The host of BASE_URL that it was made for; under another it cannot be used.';

create table used_passkey_challenge (
  challenge_hash bytea not null,
  expires_at timestamptz not null,
  constraint used_passkey_challenge_pk primary key (challenge_hash)
);

create table code_app (
  person_id uuid not null,
  sealed_secret bytea,
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  sealed_next bytea,
  next_at timestamptz,
  constraint code_app_pk primary key (person_id),
  constraint code_app_of_person foreign key (person_id) references person (id) on delete cascade,
  constraint code_app_confirmed_whole check ((sealed_secret is null) = (confirmed_at is null)),
  constraint code_app_next_whole check ((sealed_next is null) = (next_at is null))
);
comment on column code_app.sealed_secret is 'Encrypted with a key that is derived from SECRET: the table alone gives nobody a code.';
comment on column code_app.last_step is 'The 30 seconds whose code was used last; neither it nor one before is taken again.';
comment on column code_app.sealed_next is 'Being set up: it replaces the other once a code of it was typed.';

create table recovery_code (
  person_id uuid not null,
  code_hash bytea not null,
  used_at timestamptz,
  constraint recovery_code_pk primary key (person_id, code_hash),
  constraint recovery_code_of_person foreign key (person_id) references person (id) on delete cascade
);

create table factor_tries (
  person_id uuid not null,
  tries integer not null,
  since timestamptz not null,
  constraint factor_tries_pk primary key (person_id),
  constraint factor_tries_of_person foreign key (person_id) references person (id) on delete cascade
);

create table enrolment_code (
  id uuid not null default uuidv7(),
  person_id uuid not null,
  code_hash bytea not null,
  made_by uuid,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint enrolment_code_pk primary key (id),
  constraint enrolment_code_of_person foreign key (person_id) references person (id) on delete cascade,
  constraint enrolment_code_by foreign key (made_by) references person (id)
);
create index enrolment_code_of on enrolment_code (person_id);
comment on column enrolment_code.made_by is 'Null when it was made on the command line.';

alter table sign_in_session add column may_enrol_until timestamptz;
comment on column sign_in_session.may_enrol_until is 'An enrolment code was typed here: until then the first factor may be set up.';
