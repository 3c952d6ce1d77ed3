-- A mail is tried until it is sent, refused for good, or too old to be of use; the row itself says when next.
alter table mail
  add column attempts integer not null default 0,
  add column next_attempt_at timestamptz not null default now(),
  add column expires_at timestamptz not null default now() + interval '5 days',
  add column given_up_at timestamptz,
  add column trouble text,
  add constraint mail_sent_or_given_up check (sent_at is null or given_up_at is null);
-- What waited before this is as old as it is.
update mail set expires_at = created_at + interval '5 days';
comment on column mail.next_attempt_at is 'Whoever attempts it moves this on first, so that no two send the same mail.';
comment on column mail.trouble is 'What the mail server answered last.';
create index mail_waiting on mail (next_attempt_at) where sent_at is null and given_up_at is null;
create index mail_given_up on mail (given_up_at) where given_up_at is not null;
