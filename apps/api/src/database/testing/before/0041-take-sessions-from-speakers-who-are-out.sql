-- A speaker sees their sessions before they are accredited, but not once they are declined, withdrawn or revoked.
create or replace function standing_of(the_person uuid, the_edition uuid)
returns table (
  roles text[],
  accredited boolean,
  delegate_id uuid,
  firm_id uuid,
  delegation_ids uuid[],
  team_ids uuid[],
  session_ids uuid[]
) language sql stable as $$
  with me as (
    select d.id, d.firm_id, d.state, d.state = 'accredited' as accredited
    from delegate d
    where d.edition_id = the_edition and d.person_id = the_person
  ),
  headed as (
    select id from delegation where edition_id = the_edition and head_id = the_person
  ),
  spoken as (
    select p.session_id
    from speaker s join session_speaker p on p.speaker_id = s.id
    where s.edition_id = the_edition and s.person_id = the_person
      and not exists (select from me where state in ('declined', 'withdrawn', 'revoked'))
  ),
  held as (
    select role from role_grant where edition_id = the_edition and person_id = the_person
    union select 'organiser' from person where id = the_person and secretariat
    union select 'delegation-head' where exists (select from headed)
    union select 'delegate' from me where accredited
    union select 'firm-representative' from me where accredited and firm_id is not null
    union select 'speaker' where exists (select from spoken)
  )
  select
    coalesce((select array_agg(role order by role) from held), '{}'),
    coalesce((select accredited from me), false),
    (select id from me),
    (select firm_id from me where accredited),
    coalesce((select array_agg(id order by id) from headed), '{}'),
    coalesce((select array_agg(m.team_id order by m.team_id)
              from team_member m join team t on t.id = m.team_id join me on me.id = m.delegate_id
              where t.removed_at is null and me.accredited), '{}'),
    coalesce((select array_agg(distinct session_id) from (
      select a.session_id from session_access a join me on me.id = a.delegate_id where me.accredited
      union select session_id from spoken
    ) cleared), '{}')
$$;
