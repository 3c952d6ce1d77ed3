-- A lost factor comes back through two others: what the first of them said, until the second confirms it.
create table lost_factor (
  person_id uuid not null,
  edition_id uuid not null,
  said_by uuid not null,
  said_at timestamptz not null default now(),
  constraint lost_factor_pk primary key (person_id),
  constraint lost_factor_of_person foreign key (person_id) references person (id) on delete cascade,
  constraint lost_factor_in_edition foreign key (edition_id) references edition (id),
  constraint lost_factor_said_by foreign key (said_by) references person (id) on delete cascade
);
