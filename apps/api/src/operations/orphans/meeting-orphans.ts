import type { OrphanQuery } from './orphan-query.ts';

/** Agreed and not over. */
const isToCome = `m.state = 'accepted' and m.ends_at > now()`;
const holds = `(m.state = 'requested' or (${isToCome}))`;

const sides = `cross join lateral (values ('from', m.from_team_id), ('to', m.to_team_id)) as s (side, team_id)
  join team t on t.id = s.team_id`;

/**
 * Whether the delegate `d` still comes for the firm of the team `t`: as its representative, or while the host vets a change
 * of theirs, until which their meetings stand.
 */
const comes = `exists (
  select from representation r join firm_in_edition l on l.edition_id = r.edition_id and l.firm_id = r.firm_id and l.removed_at is null
  where r.delegate_id = d.id and r.firm_id = t.firm_id and d.firm_id = t.firm_id and r.confirmed_at is not null
    and r.ended_at is null and d.state in ('accredited', 'submitted'))`;

/** Whether the hall `h` has the slot of the meeting `m`. */
const hasSlot = `(exists (
    select from (select unnest(range_agg(o.during)) as during from hall_opening o where o.hall_id = h.id) u
    where u.during @> tstzrange(m.starts_at, m.ends_at)
      and mod(extract(epoch from m.starts_at - lower(u.during))::int, (h.slot_minutes + h.changeover_minutes) * 60) = 0)
  and not exists (select from hall_closure c where c.hall_id = h.id and c.during && tstzrange(m.starts_at, m.ends_at))
  and m.ends_at - m.starts_at = make_interval(mins => h.slot_minutes))`;

const reserved = (kind: string, resource: string) => `exists (
  select from reservation r where r.commitment_kind = 'meeting' and r.commitment_id = m.id and r.resource_kind = '${kind}'
    and r.resource_id = ${resource} and r.during = tstzrange(m.starts_at, m.ends_at))`;

const of = 'm.id, e.slug as edition from meeting m join edition e on e.id = m.edition_id';

/** Meetings and requests without the firm, the people, the place or the time that they were agreed on. */
export const meetingOrphans: readonly OrphanQuery[] = [
  {
    name: 'meeting-of-removed-firm',
    means: 'an agreed meeting, or an open request, of a firm that was taken off the list',
    sql: `select distinct ${of} ${sides} join firm_in_edition l on l.edition_id = t.edition_id and l.firm_id = t.firm_id
      where ${holds} and l.removed_at is not null`,
  },
  {
    name: 'request-of-dissolved-team',
    means: 'an open request from or to a team that was dissolved',
    sql: `select distinct ${of} ${sides} where m.state = 'requested' and t.removed_at is not null`,
  },
  {
    name: 'request-nobody-answers',
    means: 'an open request that waits for a team of which nobody comes any more',
    sql: `select ${of} ${sides} where m.state = 'requested' and m.turn = s.side and not exists (
      select from team_member tm join delegate d on d.id = tm.delegate_id where tm.team_id = t.id and ${comes})`,
  },
  {
    name: 'meeting-with-nobody',
    means: 'an agreed meeting of which a side has nobody left',
    sql: `select distinct ${of} ${sides} where ${isToCome} and not exists (
      select from meeting_participant p join delegate d on d.id = p.delegate_id
      where p.meeting_id = m.id and p.side = s.side and ${comes})`,
  },
  {
    name: 'participant-who-is-gone',
    means: 'a meeting or request with somebody in it who may not come any more',
    sql: `select distinct ${of} ${sides} join meeting_participant p on p.meeting_id = m.id and p.side = s.side
      join delegate d on d.id = p.delegate_id where ${holds} and not ${comes}`,
  },
  {
    name: 'meeting-at-no-table',
    means:
      'an agreed meeting at a table or an hour that its hall does not have, which is not marked as waiting for a place',
    sql: `select ${of} join meeting_table b on b.id = m.table_id join hall h on h.id = b.hall_id
      where ${isToCome} and m.place_lost is null and (b.removed_at is not null or not ${hasSlot}
        or b.capacity < (select count(*) from meeting_participant p where p.meeting_id = m.id))`,
  },
  {
    name: 'meeting-without-reservation',
    means: 'an agreed meeting whose people, table or interpreter are free for others at its time',
    sql: `select distinct ${of} left join meeting_participant p on p.meeting_id = m.id left join delegate d on d.id = p.delegate_id
      where ${isToCome} and ((p.delegate_id is not null and not ${reserved('person', 'd.person_id')})
        or (coalesce(m.place_lost, 'too-few-seats') = 'too-few-seats' and not ${reserved('table', 'm.table_id')})
        or (m.interpreter_id is not null and not ${reserved('interpreter', 'm.interpreter_id')}))`,
  },
  {
    name: 'meeting-without-interpreter-on-the-list',
    means: 'an agreed meeting with an interpreter who was taken off the list',
    sql: `select ${of} join interpreter i on i.id = m.interpreter_id where ${isToCome} and i.removed_at is not null`,
  },
  {
    name: 'reservation-without-holder',
    means: 'a time that is taken for a meeting which does not take place, or by somebody who is not in it',
    sql: `select r.id, e.slug as edition from reservation r join edition e on e.id = r.edition_id
      where r.commitment_kind = 'meeting' and upper(r.during) > now() and not exists (
        select from meeting m where m.id = r.commitment_id and m.state = 'accepted' and case r.resource_kind
          when 'person' then exists (select from meeting_participant p join delegate d on d.id = p.delegate_id
            where p.meeting_id = m.id and d.person_id = r.resource_id)
          when 'table' then m.table_id = r.resource_id and coalesce(m.place_lost, 'too-few-seats') = 'too-few-seats'
          when 'interpreter' then m.interpreter_id = r.resource_id else false end)`,
  },
];
