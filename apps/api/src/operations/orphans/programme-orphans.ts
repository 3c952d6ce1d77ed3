import type { OrphanQuery } from './orphan-query.ts';

/** Whether the owner of the star `x` reads the session `s`; as `settle_stars` of the schema has it. */
const isRead = `(s.removed_at is null and (s.audience = 'public' or coalesce((
  select s.id = any(st.session_ids) or 'organiser' = any(st.roles) or (s.audience = 'accredited' and st.accredited)
  from standing_of(x.person_id, x.edition_id) st), false)))`;

/** Stars and clearances of sessions that are gone. */
export const programmeOrphans: readonly OrphanQuery[] = [
  {
    name: 'star-of-what-is-not-read',
    means: 'a session in the agenda of somebody who may not read it, or that is gone',
    sql: `select x.session_id as id, e.slug as edition from star x join session s on s.id = x.session_id
      join edition e on e.id = x.edition_id where x.freed_at is null and not ${isRead}`,
  },
  {
    name: 'star-freed-without-cause',
    means: 'a star that was freed although its owner reads the session',
    sql: `select x.session_id as id, e.slug as edition from star x join session s on s.id = x.session_id
      join edition e on e.id = x.edition_id where x.freed_at is not null and ${isRead}`,
  },
];
