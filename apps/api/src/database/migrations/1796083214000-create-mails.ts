import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from '../forward-migration.ts';

/** Notices, and the mails that are written from them. */
export class CreateMails1796083214000 extends ForwardMigration {
  override async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What a person is told of something that concerns them: facts, from which a mail is written in the reader's language. A
      -- sign-in code is not among them.
      create table notice (
        id uuid not null default uuidv7(),
        kind text not null,
        facts jsonb not null,
        edition_id uuid,
        person_id uuid,
        address text,
        language text,
        about_thing text,
        about_version bigint,
        once text,
        created_at timestamptz not null default now(),
        constraint notice_pk primary key (id),
        constraint notice_once unique (once),
        constraint notice_in foreign key (edition_id) references edition (id),
        constraint notice_to foreign key (person_id) references person (id),
        constraint notice_has_one_reader check (num_nonnulls(person_id, address) = 1),
        constraint notice_to_address_in_language check ((address is null) = (language is null)),
        constraint notice_about check ((about_thing is null) = (about_version is null)),
        constraint notice_facts_are_named check (jsonb_typeof(facts) = 'object')
      );
      create index notice_of on notice (person_id, created_at) where person_id is not null;
      create index notice_about_thing on notice (about_thing) where about_thing is not null;
      create index notice_by_age on notice (created_at);
      comment on table notice is 'Of somebody who is no person yet: their address and language. A person is read in the language that is theirs then.';

      -- Mails that were written and are sent, or wait for it; contents go once they are sent and a week old.
      create table mail (
        id uuid not null default uuidv7(),
        recipient text not null,
        subject text not null,
        body text not null,
        calendar_method text,
        calendar text,
        once text,
        created_at timestamptz not null default now(),
        sent_at timestamptz,
        attempts integer not null default 0,
        next_attempt_at timestamptz not null default now(),
        expires_at timestamptz not null default now() + '5 days'::interval,
        given_up_at timestamptz,
        trouble text,
        urgency text not null default 'bulk',
        new_address boolean not null default false,
        about_thing text,
        about_version bigint,
        leased_until timestamptz,
        overtaken_at timestamptz,
        notice_id uuid,
        from_name text,
        reply_to text,
        html text,
        constraint mail_pk primary key (id),
        constraint mail_once unique (once),
        constraint mail_of_notice foreign key (notice_id) references notice (id) on delete set null,
        constraint mail_calendar check ((calendar_method is null) = (calendar is null)),
        constraint mail_ended_once check (num_nonnulls(sent_at, given_up_at, overtaken_at) <= 1),
        constraint mail_lease_while_waiting check (leased_until is null or num_nonnulls(sent_at, given_up_at, overtaken_at) = 0),
        constraint mail_urgency check (urgency in ('code', 'soon', 'bulk')),
        constraint mail_about check ((about_thing is null) = (about_version is null))
      );
      create index mail_by_age on mail (created_at);
      create index mail_given_up on mail (given_up_at) where given_up_at is not null;
      create unique index mail_leased_once on mail (recipient) where leased_until is not null and urgency <> 'code';
      create index mail_leased on mail (leased_until) where leased_until is not null;
      create index mail_sent_to_new_address on mail (sent_at) where new_address;
      create index mail_waiting on mail (urgency, new_address, next_attempt_at) where sent_at is null and given_up_at is null and overtaken_at is null;
      create index mail_about on mail (about_thing, recipient, about_version) where about_thing is not null;
      create index mail_by_notice on mail (notice_id) where notice_id is not null;
      comment on column mail.once is 'The thing, its version, the recipient and the kind: the same news is never mailed twice.';
      comment on column mail.next_attempt_at is 'Whoever attempts it moves this on first, so that no two send the same mail.';
      comment on column mail.trouble is 'What the mail server answered last.';
      comment on column mail.urgency is 'Codes, what concerns the next hours, and the rest: each has workers of its own.';
      comment on column mail.new_address is 'A code for an address of no person: it waits behind the codes of those who are known.';
      comment on column mail.about_thing is 'What it is about, such as meeting/<id>; a later version to the same recipient overtakes it.';
      comment on column mail.leased_until is 'A worker has it until then at the most; null once the mail server has answered.';
      comment on column mail.overtaken_at is 'A later mail of the same thing told more, or it was no longer so: it is not sent.';
    `);
  }
}
