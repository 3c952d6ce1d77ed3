-- Since when a meeting calls for help, and who of the help desk has taken the call.
alter table meeting
  add column help_called_at timestamptz,
  add column help_taken_by uuid,
  add constraint meeting_help_taken_by foreign key (help_taken_by) references person (id);
update meeting set help_called_at = updated_at where help_called;
alter table meeting
  add constraint meeting_help_since check (help_called = (help_called_at is not null)),
  add constraint meeting_help_taken check (help_taken_by is null or help_called);
create index meeting_calling on meeting (edition_id, help_called_at) where help_called;
