/** A session of the contract from `session s`. */
export const sessionColumns = `s.id, s.version, s.title, s.subtitle, s.kind, s.state, s.audience,
  utc(s.starts_at) as start, utc(s.ends_at) as "end", s.day::text as day, s.room_id as "roomId", s.track_id as "trackId",
  s.language, s.was,
  array(select p.speaker_id from session_speaker p where p.session_id = s.id order by p.position, p.speaker_id) as "speakerIds"`;

/** A session of the contract with its texts, from `session s`. */
export const detailColumns = `${sessionColumns}, s.abstract, s.description, s.url, s.links`;
