-- One run at a time in the whole forum; whoever makes it says that it lives, and looks whether it should stop.
-- No server of before lives on: what it was making is lost.
update plan_run set state = 'failed', failure = 'lost', ended_at = now(), version = version + 1 where state = 'running';
alter table plan_run
  add column alive_at timestamptz not null default now(),
  add column stop_asked_at timestamptz;
create unique index plan_run_one_at_a_time on plan_run (state) where state = 'running';
