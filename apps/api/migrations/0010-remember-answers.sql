-- The answer of a write by its Idempotency-Key, so that a retried write happens once.
create table remembered_answer (
  person_id uuid not null,
  key uuid not null,
  route text not null,
  status integer not null,
  body jsonb not null,
  at timestamptz not null default now(),
  constraint remembered_answer_pk primary key (person_id, key),
  constraint remembered_answer_of foreign key (person_id) references person (id) on delete cascade
);
create index remembered_answer_by_age on remembered_answer (at);
