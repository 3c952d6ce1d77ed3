import type { Edition } from '@forum/contract/editions/editions';
import { DomainError } from '@forum/domain/errors';
import type { Transaction } from '../database/database.ts';

/** What of an edition would lie outside its dates. */
interface Outside {
  sessions: number;
  hours: number;
  meetings: number;
}

/**
 * Refuses dates that leave out what is to take place: sessions that stand, opening hours of halls, and meetings with a
 * time. What goes on past midnight belongs to the day before until six in the morning.
 */
export async function requireNothingOutside(
  transaction: Transaction,
  { id, zone }: Pick<Edition, 'id' | 'zone'>,
  { startsOn, endsOn }: Pick<Edition, 'startsOn' | 'endsOn'>,
): Promise<void> {
  const [outside] = await transaction.query<Outside>(
    `with days as (select $2::date as first, $3::date as last, $4::text as zone)
     select
       (select count(*)::int from session s where s.edition_id = $1 and s.removed_at is null and s.state = 'scheduled'
          and s.day not between first and last) as sessions,
       (select count(*)::int from hall h join hall_opening o on o.hall_id = h.id where h.edition_id = $1
          and (lower(o.during) at time zone zone < first or upper(o.during) at time zone zone > last + interval '30 hours')) as hours,
       (select count(*)::int from meeting m where m.edition_id = $1 and m.state in ('requested', 'accepted')
          and (m.starts_at at time zone zone < first or m.ends_at at time zone zone > last + interval '30 hours')) as meetings
     from days`,
    [id, startsOn, endsOn, zone],
  );
  if (!outside || outside.sessions + outside.hours + outside.meetings === 0) return;
  const { sessions, hours, meetings } = outside;
  throw new DomainError(
    'edition.dates_cut',
    { startsOn, endsOn, ...outside },
    `From ${startsOn} to ${endsOn} there is no room for ${sessions} sessions, ${hours} opening hours of halls and ${meetings} meetings. Move or cancel those first, or keep the days that they are on.`,
  );
}
