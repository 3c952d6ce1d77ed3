create table capital (
  id uuid not null default uuidv7(),
  slug text not null,
  name text not null,
  country char(2) not null,
  zone text not null,
  region text not null,
  accent text not null,
  willing boolean not null default true,
  entry_rules text not null default '',
  transport text not null default '',
  embassies text not null default '',
  emergency_numbers text not null default '',
  version integer not null default 1,
  constraint capital_pk primary key (id),
  constraint capital_slug_once unique (slug),
  constraint capital_region check (region in ('europe', 'indo-pacific'))
);

create table edition (
  id uuid not null default uuidv7(),
  slug text not null,
  year integer not null,
  capital_id uuid not null,
  title text not null,
  venue text not null,
  address text not null,
  starts_on date not null,
  ends_on date not null,
  zone text not null,
  phase text not null default 'planned',
  version integer not null default 1,
  constraint edition_pk primary key (id),
  constraint edition_slug_once unique (slug),
  constraint edition_year_once unique (year),
  constraint edition_in_capital foreign key (capital_id) references capital (id),
  constraint edition_ends_after_it_starts check (ends_on >= starts_on),
  constraint edition_phase check (phase in ('planned', 'announced', 'registration', 'live', 'closed', 'archived'))
);

create table rotation_choice (
  year integer not null,
  capital_id uuid not null,
  reason text not null,
  chosen_by uuid not null,
  chosen_at timestamptz not null default now(),
  constraint rotation_choice_pk primary key (year),
  constraint rotation_choice_of_capital foreign key (capital_id) references capital (id),
  constraint rotation_choice_by foreign key (chosen_by) references person (id)
);

create table edition_partner (
  id uuid not null default uuidv7(),
  edition_id uuid not null,
  kind text not null,
  code text not null,
  name text not null,
  since date not null,
  until date,
  constraint edition_partner_pk primary key (id),
  constraint edition_partner_of_edition foreign key (edition_id) references edition (id),
  constraint edition_partner_kind check (kind in ('country', 'institution')),
  constraint edition_partner_ends_after_it_starts check (until is null or until > since)
);
create index edition_partner_of on edition_partner (edition_id);

create table role_grant (
  edition_id uuid not null,
  person_id uuid not null,
  role text not null,
  granted_by uuid,
  granted_at timestamptz not null default now(),
  constraint role_grant_pk primary key (edition_id, person_id, role),
  constraint role_grant_in_edition foreign key (edition_id) references edition (id),
  constraint role_grant_to_person foreign key (person_id) references person (id),
  constraint role_grant_role check (role in ('organiser', 'accreditation-officer', 'delegation-head', 'firm-representative', 'speaker', 'delegate', 'auditor'))
);
create index role_grant_of on role_grant (person_id);
