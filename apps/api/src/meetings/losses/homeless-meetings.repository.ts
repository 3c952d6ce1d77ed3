import type { Transaction } from '../../database/database.ts';
import type { Homeless } from './team-losses.ts';

/** Open requests from and to teams that are dissolved, or in which nobody represents the firm. */
export function findHomeless(
  transaction: Transaction,
  editionId: string,
  firmIds: readonly string[],
): Promise<Homeless[]> {
  return transaction.query<Homeless>(
    `select m.id, s.side, (
       select n.id from team n
       where n.edition_id = t.edition_id and n.firm_id = t.firm_id and n.removed_at is null
         and exists (select from team_member tm join representative r on r.delegate_id = tm.delegate_id and r.firm_id = n.firm_id
           where tm.team_id = n.id)
       order by (select count(*) from team_member tm join meeting_participant p on p.delegate_id = tm.delegate_id
           where tm.team_id = n.id and p.meeting_id = m.id) desc, n.position, n.id limit 1) as "teamId"
     from meeting m
     cross join lateral (values ('from', m.from_team_id), ('to', m.to_team_id)) as s (side, team_id)
     join team t on t.id = s.team_id
     where m.edition_id = $1 and t.firm_id = any($2::uuid[]) and m.state = 'requested'
       and (t.removed_at is not null or not exists (
         select from team_member tm join representative r on r.delegate_id = tm.delegate_id and r.firm_id = t.firm_id
         where tm.team_id = t.id))
     order by m.id, s.side limit 20000`,
    [editionId, firmIds],
  );
}
