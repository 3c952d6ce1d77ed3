-- An export officer is in force once another representative, or an organiser where there is none, has confirmed it.
alter table export_officer
  add column confirmed_at timestamptz,
  add column confirmed_by uuid,
  add constraint export_officer_confirmed_by foreign key (confirmed_by) references person (id);

-- Of those who are officers today, whoever was named by the host or by somebody else stays in force: two people have
-- agreed. Who named themselves waits for a second person; what they have released stays released.
update export_officer o set confirmed_at = o.named_at
from delegate d where d.id = o.delegate_id and (o.by_host or o.named_by is distinct from d.person_id);

-- Who asked for a meeting, proposed times of it or agreed to it, be it for somebody else: nobody of them alone releases it.
create table meeting_mover (
  edition_id uuid not null,
  meeting_id uuid not null,
  person_id uuid not null,
  constraint meeting_mover_pk primary key (meeting_id, person_id),
  constraint meeting_mover_of foreign key (edition_id, meeting_id) references meeting (edition_id, id),
  constraint meeting_mover_is foreign key (person_id) references person (id)
);
create index meeting_mover_of_person on meeting_mover (person_id);
insert into meeting_mover (edition_id, meeting_id, person_id) select edition_id, id, requested_by from meeting
where planned_by is null;

-- A release by the only representative of a firm, or by a mover, counts once somebody else has confirmed it. What was
-- released before counts as it did.
alter table topic_release
  add column alone boolean not null default false,
  add column confirmed_at timestamptz,
  add column confirmed_by uuid,
  add constraint topic_release_confirmed_by foreign key (confirmed_by) references person (id);
update topic_release set confirmed_at = released_at;
