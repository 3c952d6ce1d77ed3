import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from '../forward-migration.ts';

/** Profiles, wishes, suggestions and plans. */
export class CreateMatchmaking1796083210000 extends ForwardMigration {
  override async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What a firm offers and needs in an edition; its shape is the contract's, checked before it is kept.
      create table firm_profile (
        edition_id uuid not null,
        firm_id uuid not null,
        content jsonb not null,
        -- Somebody of the firm has confirmed it; a suggested profile of an imported firm is not confirmed.
        confirmed boolean not null default false,
        updated_at timestamptz not null default now(),
        updated_by uuid,
        version integer not null default 1,
        constraint firm_profile_pk primary key (edition_id, firm_id),
        constraint firm_profile_of foreign key (edition_id, firm_id) references firm_in_edition (edition_id, firm_id),
        constraint firm_profile_by foreign key (updated_by) references person (id),
        constraint firm_profile_is_object check (jsonb_typeof(content) = 'object')
      );

      -- How much a firm wishes to meet another.
      create table wish (
        edition_id uuid not null,
        firm_id uuid not null,
        to_firm_id uuid not null,
        grade text not null,
        graded_by uuid,
        graded_at timestamptz not null default now(),
        constraint wish_pk primary key (edition_id, firm_id, to_firm_id),
        constraint wish_of foreign key (edition_id, firm_id) references firm_in_edition (edition_id, firm_id),
        constraint wish_about foreign key (edition_id, to_firm_id) references firm_in_edition (edition_id, firm_id),
        constraint wish_by foreign key (graded_by) references person (id),
        constraint wish_not_self check (firm_id <> to_firm_id),
        constraint wish_grade check (grade in ('must', 'would-like', 'no'))
      );
      create index wish_about_firm on wish (edition_id, to_firm_id);

      -- Pairs that must never meet. It counts in both directions and is told to nobody but whoever named it.
      create table no_meet (
        edition_id uuid not null,
        firm_id uuid not null,
        other_firm_id uuid not null,
        reason text not null,
        named_by uuid not null,
        -- By the host, in the name of neither firm.
        by_host boolean not null default false,
        named_at timestamptz not null default now(),
        constraint no_meet_pk primary key (edition_id, firm_id, other_firm_id),
        constraint no_meet_of foreign key (edition_id, firm_id) references firm_in_edition (edition_id, firm_id),
        constraint no_meet_with foreign key (edition_id, other_firm_id) references firm_in_edition (edition_id, firm_id),
        constraint no_meet_by foreign key (named_by) references person (id),
        constraint no_meet_not_self check (firm_id <> other_firm_id)
      );
      create index no_meet_with_firm on no_meet (edition_id, other_firm_id);

      -- Weights, goals, rules and the terms of wishes of an edition; without a row the usual ones hold.
      create table match_setting (
        edition_id uuid not null,
        weights jsonb not null,
        rules jsonb not null default '[]',
        wishes_close_at timestamptz,
        musts integer not null default 5,
        asked integer not null default 10,
        version integer not null default 1,
        constraint match_setting_pk primary key (edition_id),
        constraint match_setting_of foreign key (edition_id) references edition (id),
        constraint match_setting_counts check (musts between 0 and 100 and asked between 0 and 200)
      );

      -- What the secretariat has changed of the shipped list of capabilities, for its edition.
      create table capability_change (
        edition_id uuid not null,
        code text not null,
        title text not null,
        title_ko text not null,
        parent text,
        synonyms text[] not null default '{}',
        hidden boolean not null default false,
        constraint capability_change_pk primary key (edition_id, code),
        constraint capability_change_of foreign key (edition_id) references edition (id)
      );

      -- A run of the planner for one hall of an edition: what it was given, how far it came, what it found.
      create table plan_run (
        id uuid not null default uuidv7(),
        edition_id uuid not null,
        hall_id uuid not null,
        kind text not null,
        state text not null default 'running',
        seed integer not null,
        seconds integer not null,
        -- With the seed, what replays it; a run that was stopped has a fraction that says when it would have ended.
        iterations double precision,
        -- What the hall, the firms and their wishes were when it began; a plan is read and replayed against it.
        input jsonb not null,
        events jsonb not null default '[]',
        progress jsonb not null default '[]',
        result jsonb,
        failure text,
        created_by uuid not null,
        created_at timestamptz not null default now(),
        ended_at timestamptz,
        published_at timestamptz,
        alive_at timestamptz not null default now(),
        stop_asked_at timestamptz,
        asked jsonb,
        wanted integer not null default 0,
        follows uuid,
        effect jsonb,
        version integer not null default 1,
        constraint plan_run_pk primary key (id),
        constraint plan_run_of_edition unique (edition_id, id),
        constraint plan_run_in_hall foreign key (edition_id, hall_id) references hall (edition_id, id),
        constraint plan_run_by foreign key (created_by) references person (id),
        constraint plan_run_follows foreign key (edition_id, follows) references plan_run (edition_id, id),
        constraint plan_run_kind check (kind in ('plan', 'repair')),
        constraint plan_run_state check (state in ('running', 'done', 'infeasible', 'failed')),
        constraint plan_run_done_has_result check (state <> 'done' or result is not null)
      );
      create index plan_run_newest on plan_run (edition_id, created_at desc);
      create unique index plan_run_one_at_a_time on plan_run (state) where state = 'running';

      -- A meeting that every run keeps at its time.
      create table plan_pin (
        edition_id uuid not null,
        firm_id uuid not null,
        other_firm_id uuid not null,
        starts_at timestamptz not null,
        constraint plan_pin_pk primary key (edition_id, firm_id, other_firm_id),
        constraint plan_pin_of foreign key (edition_id, firm_id) references firm_in_edition (edition_id, firm_id),
        constraint plan_pin_with foreign key (edition_id, other_firm_id) references firm_in_edition (edition_id, firm_id),
        constraint plan_pin_in_order check (firm_id < other_firm_id)
      );

      -- When a firm would rather meet than at other times; none means that all are alike.
      create table preferred_time (
        edition_id uuid not null,
        firm_id uuid not null,
        during tstzrange not null,
        constraint preferred_time_once primary key (firm_id, during without overlaps),
        constraint preferred_time_of foreign key (edition_id, firm_id) references firm_in_edition (edition_id, firm_id),
        constraint preferred_time_half_open check (lower_inc(during) and not upper_inc(during))
      );
      create index preferred_time_in on preferred_time (edition_id);

      -- When a firm is not there, as a repair that was published says; it holds for every later plan until it is removed.
      create table firm_absence (
        id uuid not null default uuidv7(),
        edition_id uuid not null,
        firm_id uuid not null,
        -- Without an end: the firm does not come any more.
        during tstzrange not null,
        said_by uuid not null,
        said_at timestamptz not null default now(),
        constraint firm_absence_pk primary key (id),
        constraint firm_absence_of foreign key (edition_id, firm_id) references firm_in_edition (edition_id, firm_id),
        constraint firm_absence_by foreign key (said_by) references person (id),
        constraint firm_absence_lasts check (not isempty(during) and lower(during) is not null)
      );
      create index firm_absence_in on firm_absence (edition_id, firm_id);

      alter table meeting
        add constraint meeting_planned_by foreign key (edition_id, planned_by) references plan_run (edition_id, id),
        add constraint meeting_closed_by_plan foreign key (edition_id, closed_by_plan) references plan_run (edition_id, id);
    `);
  }
}
