-- What a run was asked for, how much there was to plan, the publication that it knew of, and what its own publication
-- changed.
alter table plan_run
  add column asked jsonb,
  add column wanted integer not null default 0,
  add column follows uuid,
  add column effect jsonb,
  add constraint plan_run_follows foreign key (edition_id, follows) references plan_run (edition_id, id);
