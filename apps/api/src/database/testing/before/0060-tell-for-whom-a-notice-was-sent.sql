-- Null where whoever sent it sent it for themselves.
alter table meeting_notice
  add column principal_id uuid,
  add constraint meeting_notice_for foreign key (principal_id) references person (id);
