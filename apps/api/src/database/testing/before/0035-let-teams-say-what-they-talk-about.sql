-- What a team can talk about; none means anything.
alter table team add column capabilities text[] not null default '{}';

-- When a firm would rather meet than at other times; none means that all are alike.
create table preferred_time (
  edition_id uuid not null,
  firm_id uuid not null,
  during tstzrange not null,
  constraint preferred_time_once primary key (firm_id, during without overlaps),
  constraint preferred_time_of foreign key (edition_id, firm_id) references firm_in_edition (edition_id, firm_id),
  constraint preferred_time_half_open check (lower_inc(during) and not upper_inc(during))
);
create index preferred_time_in on preferred_time (edition_id);
