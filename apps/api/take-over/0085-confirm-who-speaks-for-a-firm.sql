-- Whom a firm, or the host for it, has confirmed. Who names a firm and has no row here waits to be confirmed.
create table representation (
  edition_id uuid not null,
  firm_id uuid not null,
  delegate_id uuid not null,
  -- Null when the firm refused somebody whom it had never confirmed.
  confirmed_at timestamptz,
  -- Null for those who were carried over from before there was a confirmation.
  confirmed_by uuid,
  by_host boolean not null default false,
  reason text,
  ended_at timestamptz,
  ended_by uuid,
  end_reason text,
  constraint representation_pk primary key (edition_id, firm_id, delegate_id),
  constraint representation_of_firm foreign key (edition_id, firm_id) references firm_in_edition (edition_id, firm_id),
  constraint representation_of foreign key (edition_id, delegate_id) references delegate (edition_id, id),
  constraint representation_confirmed_by foreign key (confirmed_by) references person (id),
  constraint representation_ended_by foreign key (ended_by) references person (id),
  constraint representation_says_something check (confirmed_at is not null or ended_at is not null),
  constraint representation_host_has_reason check (not by_host or reason is not null),
  constraint representation_end_has_reason check ((ended_at is null) = (ended_by is null))
);
create index representation_of_delegate on representation (delegate_id);

-- Who speaks for a firm: accredited, and confirmed for the very firm that they name. The one definition; accreditation
-- alone opens nothing of a firm.
create view representative as
  select d.edition_id, d.firm_id, d.id as delegate_id, d.person_id, r.confirmed_at
  from delegate d
  join representation r on r.edition_id = d.edition_id and r.firm_id = d.firm_id and r.delegate_id = d.id
  where d.state = 'accredited' and r.confirmed_at is not null and r.ended_at is null;

-- Those who represent a firm today stay representatives: an officer vetted each with the firm in sight, and a live forum
-- would stop if nobody could speak for any firm. Each firm is mailed who they are, because a stranger may be among them and
-- any of the others can end that. Who is vetted again only because another field changed was one of them as well.
insert into representation (edition_id, firm_id, delegate_id, confirmed_at)
select edition_id, firm_id, id, coalesce(decided_at, submitted_at, created_at) from delegate
where firm_id is not null
  and (state = 'accredited' or (state = 'submitted' and changed_fields <> '{}' and not 'firmId' = any (changed_fields)));

insert into mail (recipient, subject, body, once)
select p.mail,
  case when p.language like 'ko%' then '귀사를 대표하는 분들: ' || f.name else 'Who speaks for ' || f.name end,
  case when p.language like 'ko%'
    then e.title || '에서 이제 기업 대표는 그 기업의 대표 또는 주최 측의 확인을 받아야 합니다. 지금 ' || f.name || '을(를) 대표하는 분은 다음과 같습니다.'
    else 'At ' || e.title || ', a representative of a firm is from now on confirmed by the firm''s own people or by the host. These people speak for ' || f.name || ' today:'
  end || e'\n\n' || theirs.names || e'\n\n' || case when p.language like 'ko%'
    then '이 가운데 귀사 사람이 아닌 분이 있으면 기업 페이지에서 사유를 적어 대표 자격을 끝내 주십시오.'
    else 'If one of them is not of your firm, end that on the page of your firm, with a reason.'
  end || e'\n',
  'representation:carried:' || r.edition_id || ':' || r.delegate_id
from representative r
join edition e on e.id = r.edition_id and e.phase in ('registration', 'live')
join firm f on f.id = r.firm_id
join person p on p.id = r.person_id
join lateral (
  select string_agg(q.display_name || ', ' || d.office || ', ' || q.mail, e'\n' order by q.sort_key, q.id) as names
  from representative o join delegate d on d.id = o.delegate_id join person q on q.id = o.person_id
  where o.edition_id = r.edition_id and o.firm_id = r.firm_id) theirs on true;

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
    select d.id, r.firm_id, d.state, d.state = 'accredited' as accredited
    from delegate d left join representative r on r.edition_id = d.edition_id and r.delegate_id = d.id
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
    union select 'firm-representative' from me where firm_id is not null
    union select 'speaker' where exists (select from spoken)
  )
  select
    coalesce((select array_agg(role order by role) from held), '{}'),
    coalesce((select accredited from me), false),
    (select id from me),
    (select firm_id from me),
    coalesce((select array_agg(id order by id) from headed), '{}'),
    coalesce((select array_agg(m.team_id order by m.team_id)
              from team_member m join me on me.id = m.delegate_id
              join team t on t.id = m.team_id and t.firm_id = me.firm_id
              where t.removed_at is null), '{}'),
    coalesce((select array_agg(distinct session_id) from (
      select a.session_id from session_access a join me on me.id = a.delegate_id where me.accredited
      union select session_id from spoken
    ) cleared), '{}')
$$;
