import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from '../forward-migration.ts';

/** Delegations, delegates, roles, and who speaks for a firm. */
export class CreateDelegations1796083206000 extends ForwardMigration {
  override async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table role_grant (
        edition_id uuid not null,
        person_id uuid not null,
        role text not null,
        granted_by uuid,
        granted_at timestamptz not null default now(),
        constraint role_grant_pk primary key (edition_id, person_id, role),
        constraint role_grant_in_edition foreign key (edition_id) references edition (id),
        constraint role_grant_to_person foreign key (person_id) references person (id),
        constraint role_grant_role check (role in ('organiser', 'accreditation-officer', 'delegation-head', 'firm-representative', 'speaker', 'delegate', 'auditor'))
      );
      create index role_grant_of on role_grant (person_id);

      create table delegation (
        id uuid not null default uuidv7(),
        edition_id uuid not null,
        kind text not null,
        name text not null,
        country char(2),
        firm_id uuid,
        head_id uuid,
        invitation_hash bytea,
        version integer not null default 1,
        constraint delegation_pk primary key (id),
        constraint delegation_of_edition unique (edition_id, id),
        constraint delegation_name_once unique (edition_id, name),
        constraint delegation_invitation_once unique (invitation_hash),
        constraint delegation_in_edition foreign key (edition_id) references edition (id),
        constraint delegation_of_firm foreign key (edition_id, firm_id) references firm_in_edition (edition_id, firm_id),
        constraint delegation_head foreign key (head_id) references person (id),
        constraint delegation_kind check (kind in ('country', 'institution', 'firm'))
      );

      create table delegation_place (
        delegation_id uuid not null,
        category text not null,
        places integer not null,
        taken integer not null default 0,
        constraint delegation_place_pk primary key (delegation_id, category),
        constraint delegation_place_of foreign key (delegation_id) references delegation (id),
        constraint delegation_place_counts check (places >= 0 and taken >= 0)
      );
      comment on column delegation_place.taken is 'Raised only by a statement that checks it against places; lowering places below it keeps the people.';

      create table delegate (
        id uuid not null default uuidv7(),
        edition_id uuid not null,
        person_id uuid not null,
        delegation_id uuid,
        firm_id uuid,
        state text not null default 'draft',
        reason text,
        draft jsonb,
        category text,
        office text not null default '',
        organisation text not null default '',
        country char(2),
        languages text[] not null default '{}',
        dietary text not null default '',
        access_needs text not null default '',
        profile_visible boolean not null default false,
        keep_for_next boolean not null default false,
        photographs boolean not null default false,
        holds_place boolean not null default false,
        waiting_since timestamptz,
        changed_fields text[] not null default '{}',
        search_text text not null default '',
        submitted_at timestamptz,
        decided_at timestamptz,
        created_at timestamptz not null default now(),
        given text,
        family text,
        native_script text,
        native_language text,
        display_name text,
        sort_key text,
        honorific text,
        version integer not null default 1,
        constraint delegate_pk primary key (id),
        constraint delegate_of_edition unique (edition_id, id),
        constraint delegate_once unique (edition_id, person_id),
        constraint delegate_in_edition foreign key (edition_id) references edition (id),
        constraint delegate_is_person foreign key (person_id) references person (id),
        constraint delegate_in_delegation foreign key (edition_id, delegation_id) references delegation (edition_id, id),
        constraint delegate_of_firm foreign key (edition_id, firm_id) references firm_in_edition (edition_id, firm_id),
        constraint delegate_state check (state in ('draft', 'submitted', 'accredited', 'declined', 'waitlisted', 'withdrawn', 'revoked')),
        constraint delegate_submits_with_category check (state in ('draft', 'withdrawn') or category is not null),
        constraint delegate_category check (category in ('government', 'institution', 'parliamentarian', 'industry', 'research', 'media', 'staff')),
        constraint delegate_sorted_by_name check ((display_name is null) = (sort_key is null)),
        constraint delegate_accredited_by_name check (state <> 'accredited' or display_name is not null)
      );
      create index delegate_of_person on delegate (person_id);
      create index delegate_of_delegation on delegate (delegation_id, category, waiting_since);
      create index delegate_in_firm on delegate (firm_id);
      create index delegate_by_state on delegate (edition_id, state, submitted_at, id);

      create table accreditation_decision (
        id uuid not null default uuidv7(),
        edition_id uuid not null,
        delegate_id uuid not null,
        decision text not null,
        reason text,
        decided_by uuid not null,
        decided_for uuid,
        decided_at timestamptz not null default now(),
        constraint accreditation_decision_pk primary key (id),
        constraint accreditation_decision_on foreign key (edition_id, delegate_id) references delegate (edition_id, id),
        constraint accreditation_decision_by foreign key (decided_by) references person (id),
        constraint accreditation_decision_for foreign key (decided_for) references person (id)
      );
      create index accreditation_decision_of on accreditation_decision (delegate_id, decided_at);

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

      alter table team
        add constraint team_of_delegation foreign key (edition_id, delegation_id) references delegation (edition_id, id);

      alter table team_member
        add constraint team_member_is_delegate foreign key (edition_id, delegate_id) references delegate (edition_id, id);

      create function of_host_team(the_person uuid, the_edition uuid) returns boolean language sql stable as $$
        select exists (select from person where id = the_person and secretariat)
          or exists (select from role_grant where person_id = the_person and edition_id = the_edition
            and role in ('organiser', 'accreditation-officer', 'auditor'))
      $$;

      -- Who may act for whom at this moment. The host's team has no aides, and whom the host has refused is none.
      create view acting_aide as
      select a.id, a.edition_id, a.principal_id, a.person_id
      from aide a
      where a.confirmed_at is not null and a.accepted_at is not null and a.ended_at is null
        and not of_host_team(a.principal_id, a.edition_id)
        and not exists (select from delegate d where d.edition_id = a.edition_id and d.person_id = a.person_id
          and d.state in ('declined', 'revoked'));

      -- Nobody represents a firm that was taken off the list.
      create view representative as
        select d.edition_id, d.firm_id, d.id as delegate_id, d.person_id, r.confirmed_at
        from delegate d
        join representation r on r.edition_id = d.edition_id and r.firm_id = d.firm_id and r.delegate_id = d.id
        join firm_in_edition l on l.edition_id = d.edition_id and l.firm_id = d.firm_id and l.removed_at is null
        where d.state = 'accredited' and r.confirmed_at is not null and r.ended_at is null;

      -- A person as an edition knows them: by the name of their delegate there, and by their own where they have none.
      create view person_in_edition as
      select e.id as edition_id, p.id, p.mail, p.language, p.zone, p.device_zone,
        case when d.display_name is null then p.given else d.given end as given,
        case when d.display_name is null then p.family else d.family end as family,
        coalesce(d.display_name, p.display_name) as display_name,
        coalesce(d.sort_key, p.sort_key) as sort_key,
        case when d.display_name is null then p.native_script else d.native_script end as native_script,
        case when d.display_name is null then p.native_language else d.native_language end as native_language,
        case when d.display_name is null then p.honorific else d.honorific end as honorific
      from person p cross join edition e
      left join delegate d on d.edition_id = e.id and d.person_id = p.id;
    `);
  }
}
