-- Since when a meeting is agreed, so that its people read that it is new. Of meetings that people agreed before, nobody knows.
alter table meeting add column agreed_at timestamptz;
update meeting set agreed_at = created_at where planned_by is not null;

create function meeting_agreed() returns trigger language plpgsql as $$
begin
  new.agreed_at := coalesce(case tg_op when 'INSERT' then new.agreed_at end, now());
  return new;
end $$;

create trigger meeting_agreed before update on meeting for each row
  when (old.state <> 'accepted' and new.state = 'accepted')
  execute function meeting_agreed();
create trigger meeting_made_agreed before insert on meeting for each row
  when (new.state = 'accepted')
  execute function meeting_agreed();
