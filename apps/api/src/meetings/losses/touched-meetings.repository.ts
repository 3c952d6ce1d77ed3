import type { SqlReader } from '../../database/database.ts';
import type { FoundMeeting } from '../../losses/touched.ts';

/** SQL for whether the meeting `m` still holds something: a request that waits, or an agreed one that is not over. */
export const holdsStill = `(m.state = 'requested' or (m.state = 'accepted' and m.ends_at > now()))`;

const columns = (
  then: string,
) => `m.id, m.state, utc(m.starts_at) as start, one.name as "from", other.name as "to",
  array(select p.display_name from meeting_participant o join delegate d on d.id = o.delegate_id
        join person_in_edition p on p.edition_id = d.edition_id and p.id = d.person_id
        where o.meeting_id = m.id order by p.sort_key, d.id) as people,
  array(select d.person_id from meeting_participant o join delegate d on d.id = o.delegate_id where o.meeting_id = m.id) as "personIds",
  ${then} as "then"`;

const firms = `join team a on a.id = m.from_team_id join firm one on one.id = a.firm_id
  join team b on b.id = m.to_team_id join firm other on other.id = b.firm_id`;

const inOrder = 'order by m.starts_at nulls last, m.id limit 20000';

/** The meetings and requests of firms that are taken off the list. */
export function meetingsOfFirms(
  reader: SqlReader,
  editionId: string,
  firmIds: readonly string[],
): Promise<FoundMeeting[]> {
  return reader.query<FoundMeeting>(
    `select ${columns(`'ends'`)} from meeting m ${firms}
     where m.edition_id = $1 and ${holdsStill} and (a.firm_id = any($2::uuid[]) or b.firm_id = any($2::uuid[])) ${inOrder}`,
    [editionId, firmIds],
  );
}

/** The meetings and requests that delegates are named for; one goes on where somebody of the same side is left. */
export function meetingsOfDelegates(
  reader: SqlReader,
  editionId: string,
  delegateIds: readonly string[],
): Promise<FoundMeeting[]> {
  return reader.query<FoundMeeting>(
    `select ${columns(`case when exists (
         select from meeting_participant mine where mine.meeting_id = m.id and mine.delegate_id = any($2::uuid[])
           and not exists (select from meeting_participant stays where stays.meeting_id = m.id and stays.side = mine.side
             and stays.delegate_id <> all ($2::uuid[]))) then 'ends' else 'goes-on' end`)}
     from meeting m ${firms}
     where m.edition_id = $1 and ${holdsStill}
       and exists (select from meeting_participant p where p.meeting_id = m.id and p.delegate_id = any($2::uuid[])) ${inOrder}`,
    [editionId, delegateIds],
  );
}

/**
 * The open requests whose team would have nobody left who represents the firm without these delegates, and for which
 * none of them is named: another team takes them over, or they are closed where the firm has none.
 */
export function requestsOfEmptiedTeams(
  reader: SqlReader,
  editionId: string,
  delegateIds: readonly string[],
): Promise<FoundMeeting[]> {
  const speaks = `team_member tm join representative r on r.delegate_id = tm.delegate_id and r.firm_id = mine.firm_id
    where tm.delegate_id <> all ($2::uuid[]) and tm.team_id`;
  return reader.query<FoundMeeting>(
    `select ${columns(`case when exists (
         select from team mine where mine.id in (a.id, b.id) and not exists (select from ${speaks} = mine.id)
           and not exists (select from team n, ${speaks} = n.id and n.edition_id = mine.edition_id
             and n.firm_id = mine.firm_id and n.removed_at is null)) then 'ends' else 'handed-over' end`)}
     from meeting m ${firms}
     where m.edition_id = $1 and m.state = 'requested'
       and not exists (select from meeting_participant p where p.meeting_id = m.id and p.delegate_id = any($2::uuid[]))
       and exists (select from team mine where mine.id in (a.id, b.id)
         and exists (select from team_member lost where lost.team_id = mine.id and lost.delegate_id = any($2::uuid[]))
         and not exists (select from ${speaks} = mine.id)) ${inOrder}`,
    [editionId, delegateIds],
  );
}
