-- Who interprets at meetings of an edition. Their time is booked in reservation, as that of people and tables is.
create table interpreter (
  id uuid not null default uuidv7(),
  edition_id uuid not null,
  name text not null,
  -- Primary language tags.
  languages text[] not null,
  -- When they work; null means whenever a hall is open.
  hours tstzmultirange,
  most_in_a_row integer,
  version integer not null default 1,
  -- Whoever was taken off the list stays named in the meetings that they interpreted.
  removed_at timestamptz,
  constraint interpreter_pk primary key (id),
  constraint interpreter_of_edition unique (edition_id, id),
  constraint interpreter_in_edition foreign key (edition_id) references edition (id),
  constraint interpreter_name check (char_length(name) between 1 and 120),
  constraint interpreter_between_two check (cardinality(languages) >= 2),
  constraint interpreter_in_a_row check (most_in_a_row between 1 and 40)
);

-- Nobody interprets at a meeting that is not agreed, or is off.
alter table meeting add column interpreter_id uuid,
  add constraint meeting_interpreted_by foreign key (edition_id, interpreter_id) references interpreter (edition_id, id),
  add constraint meeting_interpreted_when_accepted check (interpreter_id is null or state = 'accepted');
create index meeting_of_interpreter on meeting (interpreter_id) where interpreter_id is not null;
