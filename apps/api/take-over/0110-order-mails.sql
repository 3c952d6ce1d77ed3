-- Mails have an order and a memory: what cannot wait leaves first, the mails of one recipient leave one after the
-- other, and a mail that a later one of the same thing has overtaken is not sent any more.
alter table mail
  add column urgency text not null default 'bulk',
  add column new_address boolean not null default false,
  add column about_thing text,
  add column about_version bigint,
  add column leased_until timestamptz,
  add column overtaken_at timestamptz,
  drop constraint mail_sent_or_given_up,
  add constraint mail_ended_once check (num_nonnulls(sent_at, given_up_at, overtaken_at) <= 1),
  add constraint mail_lease_while_waiting check (leased_until is null or num_nonnulls(sent_at, given_up_at, overtaken_at) = 0),
  add constraint mail_urgency check (urgency in ('code', 'soon', 'bulk')),
  add constraint mail_about check ((about_thing is null) = (about_version is null));
comment on column mail.urgency is 'Codes, what concerns the next hours, and the rest: each has workers of its own.';
comment on column mail.new_address is 'A code for an address of no person: it waits behind the codes of those who are known.';
comment on column mail.about_thing is 'What it is about, such as meeting/<id>; a later version to the same recipient overtakes it.';
comment on column mail.leased_until is 'A worker has it until then at the most; null once the mail server has answered.';
comment on column mail.overtaken_at is 'A later mail of the same thing told more, or it was no longer so: it is not sent.';
-- Of all that waits at this moment only sign-in codes end within ten minutes.
update mail set urgency = 'code'
where sent_at is null and given_up_at is null and expires_at <= created_at + interval '10 minutes';
-- One at a time for a recipient, over all nodes. Codes are each of their own, and wait for nothing.
create unique index mail_leased_once on mail (recipient) where leased_until is not null and urgency <> 'code';
create index mail_leased on mail (leased_until) where leased_until is not null;
create index mail_sent_to_new_address on mail (sent_at) where new_address;
drop index mail_waiting;
create index mail_waiting on mail (urgency, new_address, next_attempt_at)
  where sent_at is null and given_up_at is null and overtaken_at is null;
create index mail_about on mail (about_thing, recipient, about_version) where about_thing is not null;
