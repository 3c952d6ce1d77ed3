create table firm (
  id uuid not null default uuidv7(),
  name text not null,
  folded_name text not null,
  country char(2),
  website text,
  description text not null default '',
  version integer not null default 1,
  constraint firm_pk primary key (id)
);
create index firm_by_name on firm (folded_name);

create table firm_in_edition (
  edition_id uuid not null,
  firm_id uuid not null,
  categories text[] not null default '{}',
  stand text,
  removed_at timestamptz,
  constraint firm_in_edition_pk primary key (edition_id, firm_id),
  constraint firm_in_edition_of_edition foreign key (edition_id) references edition (id),
  constraint firm_in_edition_of_firm foreign key (firm_id) references firm (id)
);
create index firm_in_edition_of on firm_in_edition (firm_id);

-- Files that were read and shown as a difference, before and after somebody applied them.
create table proposed_import (
  id uuid not null default uuidv7(),
  edition_id uuid not null,
  subject text not null,
  source text not null,
  content jsonb not null,
  difference jsonb not null,
  state text not null default 'proposed',
  created_by uuid not null,
  created_at timestamptz not null default now(),
  applied_at timestamptz,
  constraint proposed_import_pk primary key (id),
  constraint proposed_import_in_edition foreign key (edition_id) references edition (id),
  constraint proposed_import_by foreign key (created_by) references person (id),
  constraint proposed_import_subject check (subject in ('programme', 'firms')),
  constraint proposed_import_state check (state in ('proposed', 'applied', 'discarded'))
);
create index proposed_import_of on proposed_import (edition_id, subject, created_at);
