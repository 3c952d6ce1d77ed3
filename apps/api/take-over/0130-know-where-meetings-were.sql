-- Where an agreed meeting was before it moved, so that its people read both.
alter table meeting
  add column moved_at timestamptz,
  add column moved_from_starts_at timestamptz,
  add column moved_from_table_id uuid references meeting_table on delete set null;

create function meeting_moves() returns trigger language plpgsql as $$
begin
  new.moved_at := now();
  new.moved_from_starts_at := old.starts_at;
  new.moved_from_table_id := old.table_id;
  return new;
end $$;

create trigger meeting_moves before update on meeting for each row
  when (old.state = 'accepted' and new.state = 'accepted'
    and (old.starts_at, old.table_id) is distinct from (new.starts_at, new.table_id))
  execute function meeting_moves();
