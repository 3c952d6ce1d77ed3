import type { Transaction } from '../../database/database.ts';
import { type MeetingPerson, availableOfDelegate } from '../meeting-people.repository.ts';
import type { TwoTeams } from './free-times.ts';

/** The members of two teams who are accredited, with when they can be met. */
export function accreditedMembers(
  transaction: Transaction,
  { fromTeamId, toTeamId }: TwoTeams,
): Promise<MeetingPerson[]> {
  return transaction.query<MeetingPerson>(
    `select d.id as "delegateId", d.person_id as "personId", p.display_name as name,
       case tm.team_id when $1 then 'from' else 'to' end as side, d.country, ${availableOfDelegate} as available
     from team_member tm join team t on t.id = tm.team_id
     join representative r on r.delegate_id = tm.delegate_id and r.firm_id = t.firm_id
     join delegate d on d.id = tm.delegate_id join person_in_edition p on p.edition_id = d.edition_id and p.id = d.person_id
     where tm.team_id in ($1, $2) order by d.id limit 60`,
    [fromTeamId, toTeamId],
  );
}
