-- The published run whose plan gave the two firms a meeting, so that their open request needed no answer any more.
alter table meeting add column closed_by_plan uuid,
  add constraint meeting_closed_by_plan foreign key (edition_id, closed_by_plan) references plan_run (edition_id, id);
