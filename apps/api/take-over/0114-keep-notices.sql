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
comment on table notice is 'Of somebody who is no person yet: their address and language. A person is read in the language that is theirs then.';
create index notice_of on notice (person_id, created_at) where person_id is not null;
create index notice_about_thing on notice (about_thing) where about_thing is not null;
create index notice_by_age on notice (created_at);

alter table mail
  add column notice_id uuid,
  add column from_name text,
  add column reply_to text,
  add column html text,
  add constraint mail_of_notice foreign key (notice_id) references notice (id) on delete set null;
create index mail_by_notice on mail (notice_id) where notice_id is not null;

-- How those who take part reach the host; sentences that need it are left out where it is not known.
alter table edition
  add column contact_mail text,
  add column contact_phone text,
  add constraint edition_contact_mail check (contact_mail <> ''),
  add constraint edition_contact_phone check (contact_phone <> '');
