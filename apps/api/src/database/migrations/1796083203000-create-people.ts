import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from '../forward-migration.ts';

/** People, how they sign in, their second factors and their aides. */
export class CreatePeople1796083203000 extends ForwardMigration {
  override async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
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
        device_zone text,
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
        printed boolean not null default false,
        device_hash bytea,
        puzzle_hash bytea,
        constraint sign_in_challenge_pk primary key (id),
        constraint sign_in_challenge_link_once unique (link_hash),
        constraint sign_in_challenge_puzzle_once unique (puzzle_hash)
      );
      create index sign_in_challenge_of_mail on sign_in_challenge (mail, created_at);
      create index sign_in_challenge_by_age on sign_in_challenge (created_at);
      create index sign_in_challenge_by_device on sign_in_challenge (device_hash, created_at);
      comment on column sign_in_challenge.device_hash is 'The browser that asked; null for a link that was printed.';
      comment on column sign_in_challenge.puzzle_hash is 'The puzzle that the browser solved to be heard, if it had to; each is of use once.';

      create table aide (
        id uuid not null default uuidv7(),
        principal_id uuid not null,
        mail text not null,
        person_id uuid,
        invited_by uuid not null,
        invited_at timestamptz not null default now(),
        accepted_at timestamptz,
        ended_at timestamptz,
        edition_id uuid,
        confirmed_at timestamptz,
        confirmed_by uuid,
        constraint aide_pk primary key (id),
        constraint aide_of_principal foreign key (principal_id) references person (id),
        constraint aide_is_person foreign key (person_id) references person (id),
        constraint aide_invited_by foreign key (invited_by) references person (id),
        constraint aide_in_edition foreign key (edition_id) references edition (id),
        constraint aide_confirmed_by foreign key (confirmed_by) references person (id),
        constraint aide_accepts_as_person check (accepted_at is null or person_id is not null),
        constraint aide_is_confirmed_by_somebody check ((confirmed_at is null) = (confirmed_by is null)),
        constraint aide_has_edition check (edition_id is not null or ended_at is not null)
      );
      create index aide_of_mail on aide (mail) where ended_at is null;
      create unique index aide_once on aide (edition_id, principal_id, mail) where ended_at is null;
      create index aide_by_person on aide (person_id) where ended_at is null;
      create index aide_of_principal_by_age on aide (principal_id, invited_at);

      create table sign_in_session (
        id uuid not null default uuidv7(),
        secret_hash bytea not null,
        person_id uuid not null,
        device text not null,
        created_at timestamptz not null default now(),
        last_seen_at timestamptz not null default now(),
        expires_at timestamptz not null,
        aide_id uuid,
        factor_at timestamptz,
        by_printed_link boolean not null default false,
        may_enrol_until timestamptz,
        ends_at timestamptz,
        zone text,
        device_hash bytea,
        constraint sign_in_session_pk primary key (id),
        constraint sign_in_session_secret_once unique (secret_hash),
        constraint sign_in_session_of_person foreign key (person_id) references person (id) on delete cascade,
        constraint sign_in_session_as_aide foreign key (aide_id) references aide (id) on delete set null
      );
      create index sign_in_session_of on sign_in_session (person_id);
      create index sign_in_session_by_aide on sign_in_session (aide_id) where aide_id is not null;
      create index sign_in_session_of_device on sign_in_session (device_hash);
      comment on column sign_in_session.may_enrol_until is 'An enrolment code was typed here: until then the first factor may be set up.';
      comment on column sign_in_session.ends_at is 'By its age; found out anew with use, because roles and phases of editions change. Null before the first time.';
      comment on column sign_in_session.zone is 'Where the device is, as it says.';

      create table aide_device (
        aide_id uuid not null,
        device text not null,
        first_at timestamptz not null default now(),
        constraint aide_device_pk primary key (aide_id, device),
        constraint aide_device_of foreign key (aide_id) references aide (id) on delete cascade
      );
      comment on table aide_device is 'From which devices an aide has acted; the principal hears of each new one.';

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

      create table known_device (
        person_id uuid not null,
        device_hash bytea not null,
        first_seen_at timestamptz not null default now(),
        last_seen_at timestamptz not null default now(),
        constraint known_device_pk primary key (person_id, device_hash),
        constraint known_device_of foreign key (person_id) references person (id) on delete cascade
      );

      -- A lost factor comes back through two others: what the first of them said, until the second confirms it.
      create table lost_factor (
        person_id uuid not null,
        edition_id uuid not null,
        said_by uuid not null,
        said_at timestamptz not null default now(),
        constraint lost_factor_pk primary key (person_id),
        constraint lost_factor_of_person foreign key (person_id) references person (id) on delete cascade,
        constraint lost_factor_in_edition foreign key (edition_id) references edition (id),
        constraint lost_factor_said_by foreign key (said_by) references person (id) on delete cascade
      );

      alter table rotation_choice
        add constraint rotation_choice_by foreign key (chosen_by) references person (id);
    `);
  }
}
