-- A run of the planner for one hall of an edition: what it was given, how far it came, what it found.
create table plan_run (
  id uuid not null default uuidv7(),
  edition_id uuid not null,
  hall_id uuid not null,
  kind text not null,
  state text not null default 'running',
  seed integer not null,
  seconds integer not null,
  -- With the seed, what replays it; a run that was stopped has a fraction that says when it would have ended.
  iterations double precision,
  -- What the hall, the firms and their wishes were when it began; a plan is read and replayed against it.
  input jsonb not null,
  events jsonb not null default '[]',
  progress jsonb not null default '[]',
  result jsonb,
  failure text,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  published_at timestamptz,
  version integer not null default 1,
  constraint plan_run_pk primary key (id),
  constraint plan_run_of_edition unique (edition_id, id),
  constraint plan_run_in_hall foreign key (edition_id, hall_id) references hall (edition_id, id),
  constraint plan_run_by foreign key (created_by) references person (id),
  constraint plan_run_kind check (kind in ('plan', 'repair')),
  constraint plan_run_state check (state in ('running', 'done', 'infeasible', 'failed')),
  constraint plan_run_done_has_result check (state <> 'done' or result is not null)
);
create index plan_run_newest on plan_run (edition_id, created_at desc);

-- A meeting that every run keeps at its time.
create table plan_pin (
  edition_id uuid not null,
  firm_id uuid not null,
  other_firm_id uuid not null,
  starts_at timestamptz not null,
  constraint plan_pin_pk primary key (edition_id, firm_id, other_firm_id),
  constraint plan_pin_of foreign key (edition_id, firm_id) references firm_in_edition (edition_id, firm_id),
  constraint plan_pin_with foreign key (edition_id, other_firm_id) references firm_in_edition (edition_id, firm_id),
  constraint plan_pin_in_order check (firm_id < other_firm_id)
);

-- Meetings that a plan made; the others were agreed by two firms themselves.
alter table meeting add column planned_by uuid,
  add constraint meeting_planned_by foreign key (edition_id, planned_by) references plan_run (edition_id, id);
