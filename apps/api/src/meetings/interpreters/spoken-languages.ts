/** SQL for the primary language tags that the accredited of a team speak; none while nobody has said. */
export const spokenBy = (team: string): string => `array(
  select distinct lower(split_part(tag, '-', 1)) from team_member tm join team own on own.id = tm.team_id
    join representative r on r.delegate_id = tm.delegate_id and r.firm_id = own.firm_id
    join delegate d on d.id = tm.delegate_id
    cross join unnest(d.languages) tag
  where tm.team_id = ${team} order by 1)`;
