create table delegation (
  id uuid not null default uuidv7(),
  edition_id uuid not null,
  kind text not null,
  name text not null,
  country char(2),
  firm_id uuid,
  head_id uuid,
  invitation_hash bytea,
  version integer not null default 1,
  constraint delegation_pk primary key (id),
  constraint delegation_of_edition unique (edition_id, id),
  constraint delegation_name_once unique (edition_id, name),
  constraint delegation_in_edition foreign key (edition_id) references edition (id),
  constraint delegation_of_firm foreign key (edition_id, firm_id) references firm_in_edition (edition_id, firm_id),
  constraint delegation_head foreign key (head_id) references person (id),
  constraint delegation_invitation_once unique (invitation_hash),
  constraint delegation_kind check (kind in ('country', 'institution', 'firm'))
);

create table delegation_place (
  delegation_id uuid not null,
  category text not null,
  places integer not null,
  taken integer not null default 0,
  constraint delegation_place_pk primary key (delegation_id, category),
  constraint delegation_place_of foreign key (delegation_id) references delegation (id),
  constraint delegation_place_counts check (places >= 0 and taken >= 0)
);
comment on column delegation_place.taken is 'Raised only by a statement that checks it against places; lowering places below it keeps the people.';

create table delegate (
  id uuid not null default uuidv7(),
  edition_id uuid not null,
  person_id uuid not null,
  delegation_id uuid,
  firm_id uuid,
  state text not null default 'draft',
  reason text,
  draft jsonb,
  category text,
  office text not null default '',
  organisation text not null default '',
  country char(2),
  languages text[] not null default '{}',
  dietary text not null default '',
  access_needs text not null default '',
  profile_visible boolean not null default false,
  keep_for_next boolean not null default false,
  photographs boolean not null default false,
  holds_place boolean not null default false,
  waiting_since timestamptz,
  changed_fields text[] not null default '{}',
  search_text text not null default '',
  submitted_at timestamptz,
  decided_at timestamptz,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  constraint delegate_pk primary key (id),
  constraint delegate_of_edition unique (edition_id, id),
  constraint delegate_once unique (edition_id, person_id),
  constraint delegate_in_edition foreign key (edition_id) references edition (id),
  constraint delegate_is_person foreign key (person_id) references person (id),
  constraint delegate_in_delegation foreign key (edition_id, delegation_id) references delegation (edition_id, id),
  constraint delegate_of_firm foreign key (edition_id, firm_id) references firm_in_edition (edition_id, firm_id),
  constraint delegate_state check (state in ('draft', 'submitted', 'accredited', 'declined', 'waitlisted', 'withdrawn', 'revoked')),
  constraint delegate_category check (category in ('government', 'institution', 'parliamentarian', 'industry', 'research', 'media')),
  constraint delegate_submits_with_category check (state in ('draft', 'withdrawn') or category is not null)
);
create index delegate_of_person on delegate (person_id);
create index delegate_of_delegation on delegate (delegation_id, category, waiting_since);
create index delegate_in_firm on delegate (firm_id);
create index delegate_by_state on delegate (edition_id, state, submitted_at, id);

create table accreditation_decision (
  id uuid not null default uuidv7(),
  edition_id uuid not null,
  delegate_id uuid not null,
  decision text not null,
  reason text,
  decided_by uuid not null,
  decided_for uuid,
  decided_at timestamptz not null default now(),
  constraint accreditation_decision_pk primary key (id),
  constraint accreditation_decision_on foreign key (edition_id, delegate_id) references delegate (edition_id, id),
  constraint accreditation_decision_by foreign key (decided_by) references person (id),
  constraint accreditation_decision_for foreign key (decided_for) references person (id)
);
create index accreditation_decision_of on accreditation_decision (delegate_id, decided_at);

create table team (
  id uuid not null default uuidv7(),
  edition_id uuid not null,
  firm_id uuid not null,
  name text not null,
  position integer not null default 0,
  removed_at timestamptz,
  constraint team_pk primary key (id),
  constraint team_of_edition unique (edition_id, id),
  constraint team_of_firm foreign key (edition_id, firm_id) references firm_in_edition (edition_id, firm_id)
);
create index team_of on team (edition_id, firm_id);

create table team_member (
  edition_id uuid not null,
  team_id uuid not null,
  delegate_id uuid not null,
  constraint team_member_pk primary key (team_id, delegate_id),
  constraint team_member_of_team foreign key (edition_id, team_id) references team (edition_id, id),
  constraint team_member_is_delegate foreign key (edition_id, delegate_id) references delegate (edition_id, id)
);
create index team_member_of on team_member (delegate_id);
