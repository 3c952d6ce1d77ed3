-- What the calendar entry of a session or meeting shows comes from several tables. Whenever any of it changes, the row of
-- the session or meeting itself says when (LAST-MODIFIED); and how often the name of its place, or who sees it, has
-- changed, which is added to its own sequence (SEQUENCE).
alter table session
  add column entry_changed_at timestamptz not null default now(),
  add column entry_sequence integer not null default 0;
alter table meeting
  add column entry_changed_at timestamptz not null default now(),
  add column entry_sequence integer not null default 0;
update session set entry_changed_at = updated_at;
update meeting set entry_changed_at = updated_at;

create function session_entry_changes() returns trigger language plpgsql as $$
begin
  if (new.title, new.subtitle, new.url, new.audience, new.state, new.removed_at is null, new.room_id, new.starts_at, new.ends_at)
     is distinct from
     (old.title, old.subtitle, old.url, old.audience, old.state, old.removed_at is null, old.room_id, old.starts_at, old.ends_at) then
    new.entry_changed_at := now();
  end if;
  if new.audience is distinct from old.audience then
    new.entry_sequence := new.entry_sequence + 1;
  end if;
  return new;
end $$;
create trigger session_entry_changes before update on session for each row execute function session_entry_changes();

create function meeting_entry_changes() returns trigger language plpgsql as $$
begin
  if (new.topic, new.state, new.place_lost, new.starts_at, new.ends_at, new.table_id, new.interpreter_id, new.from_team_id, new.to_team_id)
     is distinct from
     (old.topic, old.state, old.place_lost, old.starts_at, old.ends_at, old.table_id, old.interpreter_id, old.from_team_id, old.to_team_id) then
    new.entry_changed_at := now();
  end if;
  return new;
end $$;
create trigger meeting_entry_changes before update on meeting for each row execute function meeting_entry_changes();

-- Who speaks in a session, who comes to a meeting.
create function session_speaker_entry_changes() returns trigger language plpgsql as $$
begin
  update session set entry_changed_at = now()
  where id = coalesce(new.session_id, old.session_id) and entry_changed_at < now();
  return null;
end $$;
create trigger session_speaker_entry_changes after insert or update or delete on session_speaker
  for each row execute function session_speaker_entry_changes();

create function meeting_participant_entry_changes() returns trigger language plpgsql as $$
begin
  update meeting set entry_changed_at = now()
  where id = coalesce(new.meeting_id, old.meeting_id) and entry_changed_at < now();
  return null;
end $$;
create trigger meeting_participant_entry_changes after insert or delete on meeting_participant
  for each row execute function meeting_participant_entry_changes();

-- Names of people, firms and interpreters: what an entry says, not where it takes place.
create function speaker_name_changes_entries() returns trigger language plpgsql as $$
begin
  update session set entry_changed_at = now()
  where id in (select session_id from session_speaker where speaker_id = new.id);
  return null;
end $$;
create trigger speaker_name_changes_entries after update on speaker
  for each row when (new.name is distinct from old.name) execute function speaker_name_changes_entries();

create function firm_name_changes_entries() returns trigger language plpgsql as $$
begin
  update meeting m set entry_changed_at = now() from team t where t.firm_id = new.id and t.id in (m.from_team_id, m.to_team_id);
  return null;
end $$;
create trigger firm_name_changes_entries after update on firm
  for each row when (new.name is distinct from old.name) execute function firm_name_changes_entries();

create function interpreter_changes_entries() returns trigger language plpgsql as $$
begin
  update meeting set entry_changed_at = now() where interpreter_id = new.id;
  return null;
end $$;
create trigger interpreter_changes_entries after update on interpreter
  for each row when ((new.name, new.languages) is distinct from (old.name, old.languages)) execute function interpreter_changes_entries();

-- Names of places: the venue with its address and zone, rooms, halls, tables.
create function venue_changes_entries() returns trigger language plpgsql as $$
begin
  update session set entry_changed_at = now(), entry_sequence = entry_sequence + 1 where edition_id = new.id;
  update meeting set entry_changed_at = now(), entry_sequence = entry_sequence + 1
  where edition_id = new.id and starts_at is not null;
  return null;
end $$;
create trigger venue_changes_entries after update on edition
  for each row when ((new.venue, new.address, new.zone) is distinct from (old.venue, old.address, old.zone))
  execute function venue_changes_entries();

create function room_name_changes_entries() returns trigger language plpgsql as $$
begin
  update session set entry_changed_at = now(), entry_sequence = entry_sequence + 1 where room_id = new.id;
  return null;
end $$;
create trigger room_name_changes_entries after update on room
  for each row when (new.name is distinct from old.name) execute function room_name_changes_entries();

create function hall_name_changes_entries() returns trigger language plpgsql as $$
begin
  update meeting m set entry_changed_at = now(), entry_sequence = entry_sequence + 1
  from meeting_table t where t.hall_id = new.id and t.id = m.table_id;
  return null;
end $$;
create trigger hall_name_changes_entries after update on hall
  for each row when (new.name is distinct from old.name) execute function hall_name_changes_entries();

create function table_label_changes_entries() returns trigger language plpgsql as $$
begin
  update meeting set entry_changed_at = now(), entry_sequence = entry_sequence + 1 where table_id = new.id;
  return null;
end $$;
create trigger table_label_changes_entries after update on meeting_table
  for each row when ((new.label, new.hall_id) is distinct from (old.label, old.hall_id)) execute function table_label_changes_entries();
