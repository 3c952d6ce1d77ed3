-- Who signed in, who was refused, whose rights changed: by ids alone, kept apart from the request log.
create table security_event (
  id bigint generated always as identity,
  at timestamptz not null default clock_timestamp(),
  kind text not null,
  what text not null,
  person_id uuid,
  acting_for uuid,
  session_id uuid,
  subject_id uuid,
  edition_id uuid,
  route text,
  request_id text,
  times integer not null default 1,
  constraint security_event_pk primary key (id),
  constraint security_event_happened check (times > 0)
);
comment on column security_event.what is 'How it ended, in a word of the forum: the way of a sign-in, the code of a refusal, the role that was given.';
comment on column security_event.person_id is 'Who really did it; nobody when it was a stranger, a command, or the forum itself.';
comment on column security_event.subject_id is 'To whom or what it was done: a person, a session, a firm.';
comment on column security_event.times is 'Refusals alike that came within seconds are one row.';
create index security_event_by_time on security_event (at);
create index security_event_of_person on security_event (person_id, id) where person_id is not null;

create function refuse_to_forget_security_events() returns trigger language plpgsql as $$
begin
  if old.at > now() - interval '90 days' then
    raise exception 'events of security are kept for 90 days at least';
  end if;
  return old;
end $$;

create trigger security_event_is_kept before delete on security_event
  for each row execute function refuse_to_forget_security_events();

revoke update on security_event from forum_server;
