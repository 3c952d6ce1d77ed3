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
  constraint mail_pk primary key (id),
  constraint mail_once unique (once),
  constraint mail_calendar check ((calendar_method is null) = (calendar is null))
);
comment on column mail.once is 'The thing, its version, the recipient and the kind: the same news is never mailed twice.';
create index mail_by_age on mail (created_at);
