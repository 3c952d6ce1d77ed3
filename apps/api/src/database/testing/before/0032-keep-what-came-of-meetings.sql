-- What each side says of a meeting, for itself.
create table meeting_report (
  edition_id uuid not null,
  meeting_id uuid not null,
  side text not null,
  view text not null,
  rating integer,
  note text not null default '',
  follow_ups jsonb not null default '[]',
  reported_by uuid,
  reported_at timestamptz not null default now(),
  version integer not null default 1,
  constraint meeting_report_pk primary key (meeting_id, side),
  constraint meeting_report_of foreign key (edition_id, meeting_id) references meeting (edition_id, id),
  constraint meeting_report_by foreign key (reported_by) references person (id),
  constraint meeting_report_side check (side in ('from', 'to')),
  constraint meeting_report_view check (view in ('held', 'other-absent', 'we-were-absent')),
  constraint meeting_report_rating check (rating between 1 and 5)
);
create index meeting_report_in on meeting_report (edition_id, meeting_id);

-- Something between two firms that may become more, over all editions; it began in one.
create table outcome_matter (
  id uuid not null default uuidv7(),
  edition_id uuid not null,
  firm_id uuid not null,
  other_firm_id uuid not null,
  title text not null,
  opened_at timestamptz not null default now(),
  constraint outcome_matter_pk primary key (id),
  constraint outcome_matter_began foreign key (edition_id) references edition (id),
  constraint outcome_matter_of foreign key (firm_id) references firm (id),
  constraint outcome_matter_with foreign key (other_firm_id) references firm (id),
  constraint outcome_matter_not_self check (firm_id <> other_firm_id)
);
create index outcome_matter_of_firm on outcome_matter (firm_id, other_firm_id);
create index outcome_matter_with_firm on outcome_matter (other_firm_id, firm_id);
create index outcome_matter_in on outcome_matter (edition_id);

-- The ledger's log, only ever added to.
create table outcome_event (
  sequence bigint generated always as identity,
  outcome_id uuid not null,
  matter_id uuid not null,
  kind text not null,
  by_firm uuid not null,
  stage text,
  until date,
  confidential boolean not null default false,
  person_id uuid,
  at timestamptz not null,
  constraint outcome_event_pk primary key (sequence),
  constraint outcome_event_in foreign key (matter_id) references outcome_matter (id),
  constraint outcome_event_by foreign key (by_firm) references firm (id),
  constraint outcome_event_person foreign key (person_id) references person (id),
  constraint outcome_event_kind check (kind in ('proposed', 'confirmed', 'declined')),
  constraint outcome_event_stage check (stage in ('interest', 'nda', 'mou', 'pilot', 'contract')),
  constraint outcome_event_proposal check ((kind = 'proposed') = (stage is not null)),
  constraint outcome_event_pilot_ends check (until is null or stage = 'pilot')
);
create unique index outcome_event_once on outcome_event (outcome_id, (kind = 'proposed'));
create index outcome_event_of on outcome_event (matter_id, sequence);
revoke update, delete on outcome_event from forum_server;
