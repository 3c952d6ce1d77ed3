-- All that takes somebody's or something's time. What is booked can be refused and stands in reservation; speaking
-- follows from the programme, which the secretariat must be able to change at any moment, so it is derived.
create view commitment as
  select edition_id, resource_kind, resource_id, during, commitment_kind, commitment_id from reservation
  union all
  select s.edition_id, 'person', k.person_id, tstzrange(s.starts_at, s.ends_at), 'speaking', s.id
  from session s join session_speaker o on o.session_id = s.id join speaker k on k.id = o.speaker_id
  where k.person_id is not null and s.state = 'scheduled' and s.removed_at is null;
