-- An aide acts for a principal in one edition, once principal and aide have both agreed.
alter table aide
  add column edition_id uuid,
  add column confirmed_at timestamptz,
  add column confirmed_by uuid,
  add constraint aide_in_edition foreign key (edition_id) references edition (id),
  add constraint aide_confirmed_by foreign key (confirmed_by) references person (id),
  add constraint aide_is_confirmed_by_somebody check ((confirmed_at is null) = (confirmed_by is null));

create function of_host_team(the_person uuid, the_edition uuid) returns boolean language sql stable as $$
  select exists (select from person where id = the_person and secretariat)
    or exists (select from role_grant where person_id = the_person and edition_id = the_edition
      and role in ('organiser', 'accreditation-officer', 'auditor'))
$$;

-- What an aide held in all editions they now hold in the next one that their principal takes part in, if the principal
-- asked for it themselves.
update aide a set edition_id = fit.edition_id, confirmed_at = a.invited_at, confirmed_by = a.principal_id
from (
  select distinct on (o.id) o.id, e.id as edition_id
  from aide o
  join delegate d on d.person_id = o.principal_id and d.state in ('draft', 'submitted', 'accredited', 'waitlisted')
  join edition e on e.id = d.edition_id and e.phase not in ('closed', 'archived')
  where o.ended_at is null and o.invited_by = o.principal_id and not of_host_team(o.principal_id, e.id)
  order by o.id, e.starts_on, e.id
) fit
where fit.id = a.id;

-- A feed that was made while an aide could make it may be theirs. It ends, and its owner makes another.
with ended as (
  update calendar_feed f set revoked_at = now()
  where f.revoked_at is null and exists (
    select from aide a where a.principal_id = f.person_id and a.accepted_at <= f.created_at
      and (a.ended_at is null or f.created_at <= a.ended_at))
  returning f.person_id
)
insert into mail (recipient, subject, body, once)
select p.mail, t.subject, t.body, 'aides-bound:feed:' || p.id
from (select distinct person_id from ended) e
join person p on p.id = e.person_id
join (values
  (true, '내 일정 구독 주소가 종료되었습니다',
   '보좌관이 만들었을 수 있는 내 일정 구독 주소를 종료했습니다. 이제 보좌관은 구독 주소를 만들 수 없습니다. 로그인하여 새 주소를 만드십시오.'),
  (false, 'The address of your calendar has ended',
   'An aide of yours could have made the secret address of your calendar, so it has ended. Aides can no longer make one. Sign in and make a new address for your calendar.')
) as t (korean, subject, body) on t.korean = (p.language like 'ko%');

-- Every other one ends, with a mail to both.
with ended as (
  update aide set ended_at = now() where ended_at is null and edition_id is null
  returning id, principal_id, mail, accepted_at
), told as (
  select e.id, p.mail as recipient, p.language, true as principal, e.mail as other from ended e join person p on p.id = e.principal_id
  union all
  select e.id, e.mail, coalesce(m.language, p.language), false, p.mail
  from ended e join person p on p.id = e.principal_id left join person m on m.mail = e.mail
  where e.accepted_at is not null
)
insert into mail (recipient, subject, body, once)
select o.recipient, t.subject, replace(t.body, '{other}', o.other), 'aides-bound:' || o.id || ':' || o.principal
from told o
join (values
  (true, true, '보좌관 지정이 종료되었습니다',
   '보좌관은 이제 한 회차에서만 본인의 확인을 받아 활동합니다. {other} 님의 보좌관 지정은 이 규칙에 맞지 않아 종료되었습니다. 필요하면 "내 정보"에서 다시 지정하십시오.'),
  (true, false, '보좌관 지정이 종료되었습니다',
   '보좌관은 이제 한 회차에서만 당사자의 확인을 받아 활동합니다. {other} 님의 보좌관 지정은 이 규칙에 맞지 않아 종료되었습니다.'),
  (false, true, 'An aide can no longer act for you',
   'Aides now act in one edition only, and only when their principal has agreed. {other} was your aide in a way that these rules do not allow, so it has ended. Propose them again under "Me" if you want to.'),
  (false, false, 'You are no longer an aide',
   'Aides now act in one edition only, and only when their principal has agreed. You were an aide of {other} in a way that these rules do not allow, so it has ended.')
) as t (korean, principal, subject, body) on t.korean = (o.language like 'ko%') and t.principal = o.principal;

drop index aide_once;
create unique index aide_once on aide (edition_id, principal_id, mail) where ended_at is null;
create index aide_by_person on aide (person_id) where ended_at is null;
create index aide_of_principal_by_age on aide (principal_id, invited_at);
alter table aide add constraint aide_has_edition check (edition_id is not null or ended_at is not null);

-- Who may act for whom at this moment. The host's team has no aides, and whom the host has refused is none.
create view acting_aide as
select a.id, a.edition_id, a.principal_id, a.person_id
from aide a
where a.confirmed_at is not null and a.accepted_at is not null and a.ended_at is null
  and not of_host_team(a.principal_id, a.edition_id)
  and not exists (select from delegate d where d.edition_id = a.edition_id and d.person_id = a.person_id
    and d.state in ('declined', 'revoked'));

-- Nobody acts on: each begins anew, under the relation by which they do.
alter table sign_in_session
  drop column acting_for,
  add column aide_id uuid,
  add constraint sign_in_session_as_aide foreign key (aide_id) references aide (id) on delete set null;
create index sign_in_session_by_aide on sign_in_session (aide_id) where aide_id is not null;

create table aide_device (
  aide_id uuid not null,
  device text not null,
  first_at timestamptz not null default now(),
  constraint aide_device_pk primary key (aide_id, device),
  constraint aide_device_of foreign key (aide_id) references aide (id) on delete cascade
);
comment on table aide_device is 'From which devices an aide has acted; the principal hears of each new one.';
