-- When a firm is not there, as a repair that was published says; it holds for every later plan until it is removed.
create table firm_absence (
  id uuid not null default uuidv7(),
  edition_id uuid not null,
  firm_id uuid not null,
  -- Without an end: the firm does not come any more.
  during tstzrange not null,
  said_by uuid not null,
  said_at timestamptz not null default now(),
  constraint firm_absence_pk primary key (id),
  constraint firm_absence_of foreign key (edition_id, firm_id) references firm_in_edition (edition_id, firm_id),
  constraint firm_absence_by foreign key (said_by) references person (id),
  constraint firm_absence_lasts check (not isempty(during) and lower(during) is not null)
);
create index firm_absence_in on firm_absence (edition_id, firm_id);
