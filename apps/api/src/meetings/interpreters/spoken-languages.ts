/** SQL for the primary language tags that the accredited of a team speak; none while nobody has said. */
export const spokenBy = (team: string): string => `array(
  select distinct lower(split_part(tag, '-', 1)) from team_member tm join delegate d on d.id = tm.delegate_id
    cross join unnest(d.languages) tag
  where tm.team_id = ${team} and d.state = 'accredited' order by 1)`;
