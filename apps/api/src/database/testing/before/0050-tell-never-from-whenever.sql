-- One answer a delegate: no row means whenever a hall is open, a row without times means never.
create table availability_answer (
  edition_id uuid not null,
  delegate_id uuid not null,
  during tstzmultirange not null,
  constraint availability_answer_pk primary key (delegate_id),
  constraint availability_answer_of foreign key (edition_id, delegate_id) references delegate (edition_id, id)
);
create index availability_answer_in on availability_answer (edition_id);

insert into availability_answer (edition_id, delegate_id, during)
select edition_id, delegate_id, range_agg(during) from availability group by edition_id, delegate_id;

drop table availability;
alter table availability_answer rename to availability;
