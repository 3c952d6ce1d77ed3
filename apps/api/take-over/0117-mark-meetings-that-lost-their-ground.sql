-- A meeting that its firm or people were taken from says why it ended; one that its place was taken from waits for another.
alter table meeting
  add column ended_by text,
  add column place_lost text,
  add constraint meeting_ended_by check (ended_by in ('firm-gone', 'nobody-left')),
  add constraint meeting_ended_by_when check (ended_by is null or state in ('declined', 'withdrawn', 'cancelled')),
  add constraint meeting_place_lost check (place_lost in ('no-slot', 'no-table', 'too-few-seats')),
  add constraint meeting_place_lost_while_accepted check (place_lost is null or state = 'accepted');
create index meeting_without_place on meeting (edition_id, starts_at) where place_lost is not null;

-- Nobody represents a firm that was taken off the list.
create or replace view representative as
  select d.edition_id, d.firm_id, d.id as delegate_id, d.person_id, r.confirmed_at
  from delegate d
  join representation r on r.edition_id = d.edition_id and r.firm_id = d.firm_id and r.delegate_id = d.id
  join firm_in_edition l on l.edition_id = d.edition_id and l.firm_id = d.firm_id and l.removed_at is null
  where d.state = 'accredited' and r.confirmed_at is not null and r.ended_at is null;
