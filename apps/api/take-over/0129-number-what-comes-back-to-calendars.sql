-- Whoever is named for a restricted session again gets its entry back: with a higher SEQUENCE than the cancellation that
-- their calendar had meanwhile, else it stays cancelled there.
create or replace function access_leaves_calendars() returns trigger language plpgsql as $$
begin
  update session set entry_sequence = entry_sequence + 1, entry_changed_at = now()
  where id = old.session_id and audience = 'restricted';
  insert into calendar_withdrawal (edition_id, session_id, person_id, audience, starts_at, ends_at, sequence)
  select s.edition_id, s.id, d.person_id, s.audience, s.starts_at, s.ends_at, s.sequence + s.entry_sequence
  from session s join delegate d on d.id = old.delegate_id
  where s.id = old.session_id and s.audience = 'restricted'
    and exists (select from star x where x.session_id = s.id and x.person_id = d.person_id);
  return null;
end $$;

create or replace function speaking_leaves_calendars() returns trigger language plpgsql as $$
begin
  update session set entry_sequence = entry_sequence + 1, entry_changed_at = now()
  where id = old.session_id and audience = 'restricted';
  insert into calendar_withdrawal (edition_id, session_id, person_id, audience, starts_at, ends_at, sequence)
  select s.edition_id, s.id, k.person_id, s.audience, s.starts_at, s.ends_at, s.sequence + s.entry_sequence
  from session s join speaker k on k.id = old.speaker_id
  where s.id = old.session_id and s.audience = 'restricted'
    and exists (select from star x where x.session_id = s.id and x.person_id = k.person_id);
  return null;
end $$;
