-- A star of a session that is gone, or that its owner may not read any more, is freed: it stands in no agenda, and takes
-- effect again if the session comes back to its owner. The row stays, so that calendars can still be told.
alter table star add column freed_at timestamptz;

create function settle_stars(the_edition uuid, the_people uuid[], the_sessions uuid[]) returns void language sql as $$
  update star set freed_at = case when now_read.it then null else now() end
  from (
    select x.person_id, x.session_id, s.removed_at is null and (s.audience = 'public' or coalesce((
      select s.id = any(st.session_ids) or 'organiser' = any(st.roles) or (s.audience = 'accredited' and st.accredited)
      from standing_of(x.person_id, x.edition_id) st), false)) as it
    from star x join session s on s.id = x.session_id
    where x.edition_id = the_edition
      and (the_people is null or x.person_id = any(the_people)) and (the_sessions is null or x.session_id = any(the_sessions))) now_read
  where star.person_id = now_read.person_id and star.session_id = now_read.session_id
    and (star.freed_at is null) <> now_read.it
$$;

create function settle_stars_of_session() returns trigger language plpgsql as $$
begin
  perform settle_stars(new.edition_id, null, array[new.id]);
  return null;
end $$;
create trigger session_settles_stars after update of audience, removed_at on session for each row
  when (old.audience is distinct from new.audience or old.removed_at is distinct from new.removed_at)
  execute function settle_stars_of_session();

create function settle_stars_of_delegate() returns trigger language plpgsql as $$
begin
  perform settle_stars(new.edition_id, array[new.person_id], null);
  return null;
end $$;
create trigger delegate_settles_stars after update of state on delegate for each row
  when (old.state is distinct from new.state) execute function settle_stars_of_delegate();

create function settle_stars_of_access() returns trigger language plpgsql as $$
declare changed session_access := coalesce(new, old);
begin
  perform settle_stars(changed.edition_id, array(select person_id from delegate where id = changed.delegate_id), array[changed.session_id]);
  return null;
end $$;
create trigger session_access_settles_stars after insert or delete on session_access for each row
  execute function settle_stars_of_access();

create function settle_stars_of_speaking() returns trigger language plpgsql as $$
declare changed session_speaker := coalesce(new, old);
begin
  perform settle_stars(changed.edition_id, array(select person_id from speaker where id = changed.speaker_id and person_id is not null),
    array[changed.session_id]);
  return null;
end $$;
create trigger session_speaker_settles_stars after insert or delete on session_speaker for each row
  execute function settle_stars_of_speaking();

create function settle_stars_of_speaker() returns trigger language plpgsql as $$
begin
  perform settle_stars(new.edition_id, array_remove(array[old.person_id, new.person_id], null),
    array(select session_id from session_speaker where speaker_id = new.id));
  return null;
end $$;
create trigger speaker_settles_stars after update of person_id on speaker for each row
  when (old.person_id is distinct from new.person_id) execute function settle_stars_of_speaker();

create function settle_stars_of_role() returns trigger language plpgsql as $$
declare changed role_grant := coalesce(new, old);
begin
  perform settle_stars(changed.edition_id, array[changed.person_id], null);
  return null;
end $$;
create trigger role_grant_settles_stars after insert or delete on role_grant for each row
  execute function settle_stars_of_role();

select settle_stars(id, null, null) from edition;
