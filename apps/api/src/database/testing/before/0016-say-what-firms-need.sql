-- What a firm offers and needs in an edition; its shape is the contract's, checked before it is kept.
create table firm_profile (
  edition_id uuid not null,
  firm_id uuid not null,
  content jsonb not null,
  -- Somebody of the firm has confirmed it; a suggested profile of an imported firm is not confirmed.
  confirmed boolean not null default false,
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  updated_by uuid,
  constraint firm_profile_pk primary key (edition_id, firm_id),
  constraint firm_profile_of foreign key (edition_id, firm_id) references firm_in_edition (edition_id, firm_id),
  constraint firm_profile_by foreign key (updated_by) references person (id),
  constraint firm_profile_is_object check (jsonb_typeof(content) = 'object')
);

-- How much a firm wishes to meet another.
create table wish (
  edition_id uuid not null,
  firm_id uuid not null,
  to_firm_id uuid not null,
  grade text not null,
  graded_by uuid,
  graded_at timestamptz not null default now(),
  constraint wish_pk primary key (edition_id, firm_id, to_firm_id),
  constraint wish_of foreign key (edition_id, firm_id) references firm_in_edition (edition_id, firm_id),
  constraint wish_about foreign key (edition_id, to_firm_id) references firm_in_edition (edition_id, firm_id),
  constraint wish_by foreign key (graded_by) references person (id),
  constraint wish_not_self check (firm_id <> to_firm_id),
  constraint wish_grade check (grade in ('must', 'would-like', 'no'))
);
create index wish_about_firm on wish (edition_id, to_firm_id);

-- Pairs that must never meet. It counts in both directions and is told to nobody but whoever named it.
create table no_meet (
  edition_id uuid not null,
  firm_id uuid not null,
  other_firm_id uuid not null,
  reason text not null,
  named_by uuid not null,
  -- By the host, in the name of neither firm.
  by_host boolean not null default false,
  named_at timestamptz not null default now(),
  constraint no_meet_pk primary key (edition_id, firm_id, other_firm_id),
  constraint no_meet_of foreign key (edition_id, firm_id) references firm_in_edition (edition_id, firm_id),
  constraint no_meet_with foreign key (edition_id, other_firm_id) references firm_in_edition (edition_id, firm_id),
  constraint no_meet_by foreign key (named_by) references person (id),
  constraint no_meet_not_self check (firm_id <> other_firm_id)
);
create index no_meet_with_firm on no_meet (edition_id, other_firm_id);

-- Weights, goals, rules and the terms of wishes of an edition; without a row the usual ones hold.
create table match_setting (
  edition_id uuid not null,
  weights jsonb not null,
  rules jsonb not null default '[]',
  wishes_close_at timestamptz,
  musts integer not null default 5,
  asked integer not null default 10,
  version integer not null default 1,
  constraint match_setting_pk primary key (edition_id),
  constraint match_setting_of foreign key (edition_id) references edition (id),
  constraint match_setting_counts check (musts between 0 and 100 and asked between 0 and 200)
);

-- What the secretariat has changed of the shipped list of capabilities, for its edition.
create table capability_change (
  edition_id uuid not null,
  code text not null,
  title text not null,
  title_ko text not null,
  parent text,
  synonyms text[] not null default '{}',
  hidden boolean not null default false,
  constraint capability_change_pk primary key (edition_id, code),
  constraint capability_change_of foreign key (edition_id) references edition (id)
);
