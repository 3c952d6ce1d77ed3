-- Entries of control lists that the topic of a meeting touches.
alter table meeting add column control_entries text[] not null default '{}';

-- Who may release topics for a firm, named by the firm or by the host.
create table export_officer (
  edition_id uuid not null,
  firm_id uuid not null,
  delegate_id uuid not null,
  named_by uuid,
  by_host boolean not null default false,
  named_at timestamptz not null default now(),
  constraint export_officer_pk primary key (edition_id, firm_id, delegate_id),
  constraint export_officer_of foreign key (edition_id, firm_id) references firm_in_edition (edition_id, firm_id),
  constraint export_officer_is foreign key (edition_id, delegate_id) references delegate (edition_id, id),
  constraint export_officer_by foreign key (named_by) references person (id)
);

-- The log of releases: one row each, never taken away; a lapsed one stays with the moment at which it lapsed.
create table topic_release (
  id uuid not null default uuidv7(),
  edition_id uuid not null,
  meeting_id uuid not null,
  side text not null,
  officer_id uuid not null,
  entries text[] not null,
  nationalities text[] not null,
  released_at timestamptz not null,
  lapsed_at timestamptz,
  constraint topic_release_pk primary key (id),
  constraint topic_release_for foreign key (edition_id, meeting_id) references meeting (edition_id, id),
  constraint topic_release_by foreign key (edition_id, officer_id) references delegate (edition_id, id),
  constraint topic_release_side check (side in ('from', 'to'))
);
create index topic_release_of on topic_release (meeting_id, released_at);
create unique index topic_release_standing_once on topic_release (meeting_id, side) where lapsed_at is null;
revoke delete on topic_release from forum_server;
