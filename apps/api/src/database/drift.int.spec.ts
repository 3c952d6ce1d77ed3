import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { beyond, columnsOf, schemaOf } from '../testing/schema-snapshot.ts';
import { createEmptyDatabase, createTestDatabase } from '../testing/test-database.ts';
import { entities } from './entities.ts';
import { SnakeCaseNamingStrategy } from './snake-case.ts';

const named = (kind: string, list: string) =>
  Object.fromEntries(
    list
      .trim()
      .split(/\s+/)
      .map((name) => [`${kind} ${name}`, '']),
  );

/** What TypeORM cannot say of a table that has an entity: the order of an index, an expression in it, times that never overlap. */
const saidBySqlAlone = {
  'index plan_run_newest':
    'CREATE INDEX plan_run_newest ON public.plan_run USING btree (edition_id, created_at DESC)',
  'index outcome_event_once':
    "CREATE UNIQUE INDEX outcome_event_once ON public.outcome_event USING btree (outcome_id, ((kind = 'proposed'::text)))",
  'constraint hall_opening.hall_opening_once': 'PRIMARY KEY (hall_id, during WITHOUT OVERLAPS)',
  'constraint preferred_time.preferred_time_once': 'PRIMARY KEY (firm_id, during WITHOUT OVERLAPS)',
  'constraint reservation.reservation_never_twice':
    'UNIQUE (resource_id, during WITHOUT OVERLAPS) DEFERRABLE',
};

/** TypeORM makes and reads this table itself. */
const ofTheMigrations = {
  ...named('table', 'migrations'),
  'column migrations.id': "integer not null default nextval('migrations_id_seq'::regclass)",
  'column migrations.timestamp': 'bigint not null',
  'column migrations.name': 'character varying not null',
  'constraint migrations.PK_8c82d7f526340ab734260ea46be': 'PRIMARY KEY (id)',
};

const views = named('view', 'commitment acting_aide representative person_in_edition');

const triggers = named(
  'trigger',
  `delegate.delegate_settles_stars edition.venue_changes_entries firm.firm_name_changes_entries hall.hall_name_changes_entries
   interpreter.interpreter_changes_entries journal.journal_is_never_emptied journal.journal_only_grows
   journal_stream.journal_stream_is_never_emptied journal_stream.journal_stream_only_grows meeting.meeting_agreed
   meeting.meeting_entry_changes meeting.meeting_made_agreed meeting.meeting_moves meeting_participant.meeting_leaves_calendars
   meeting_participant.meeting_participant_entry_changes meeting_table.table_label_changes_entries
   role_grant.role_grant_settles_stars room.room_name_changes_entries security_event.security_event_is_kept
   session.session_entry_changes session.session_leaves_calendars session.session_settles_stars
   session_access.access_leaves_calendars session_access.session_access_settles_stars
   session_speaker.session_speaker_entry_changes session_speaker.session_speaker_settles_stars
   session_speaker.speaking_leaves_calendars speaker.speaker_name_changes_entries speaker.speaker_settles_stars`,
);

const functions = named(
  'function',
  `access_leaves_calendars firm_name_changes_entries hall_name_changes_entries interpreter_changes_entries meeting_agreed
   meeting_entry_changes meeting_leaves_calendars meeting_moves meeting_participant_entry_changes of_host_team
   refuse_to_forget_security_events refuse_to_rewrite_the_journal room_name_changes_entries session_entry_changes
   session_leaves_calendars session_speaker_entry_changes settle_stars settle_stars_of_access settle_stars_of_delegate
   settle_stars_of_role settle_stars_of_session settle_stars_of_speaker settle_stars_of_speaking speaker_name_changes_entries
   speaking_leaves_calendars standing_of table_label_changes_entries utc venue_changes_entries`,
);

/** Said otherwise by the entities: their tables have these keys, as far as TypeORM knows them. */
const saidInPart = {
  'constraint hall_opening.hall_opening_once': 'PRIMARY KEY (hall_id, during)',
  'constraint preferred_time.preferred_time_once': 'PRIMARY KEY (firm_id, during)',
};

const onlyMigrated = { ...saidBySqlAlone, ...ofTheMigrations, ...views, ...triggers, ...functions };

let migrated: pg.Client;
let described: Map<string, string>;
const made: { client: pg.Client; drop(): Promise<void> }[] = [];

async function connect({ url, drop }: { url: string; drop(): Promise<void> }): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  made.push({ client, drop });
  return client;
}

/** Makes the tables that the entities describe in an empty database, so that PostgreSQL itself writes both schemas down. */
async function schemaOfEntities(): Promise<Map<string, string>> {
  const empty = await createEmptyDatabase();
  const client = await connect(empty);
  await client.query('create extension btree_gist');
  const namingStrategy = new SnakeCaseNamingStrategy();
  const source = new DataSource({ type: 'postgres', url: empty.url, entities, namingStrategy });
  await source.initialize();
  await source.driver.createSchemaBuilder().build();
  await source.destroy();
  await client.query('drop table typeorm_metadata');
  return schemaOf(client);
}

beforeAll(async () => {
  migrated = await connect(await createTestDatabase());
  described = await schemaOfEntities();
});

afterAll(async () => {
  for (const { client, drop } of made) {
    await client.end();
    await drop();
  }
});

describe('the entities beside the migrated schema', () => {
  it('describe every table, but for what is listed', async () => {
    expect(beyond(await schemaOf(migrated), described)).toEqual(onlyMigrated);
  });

  it('describe nothing that is not there', async () => {
    expect(beyond(described, await schemaOf(migrated))).toEqual(saidInPart);
  });
});

describe('a schema that was changed without its entities', () => {
  const faults: [string, string, string[]][] = [
    ['a renamed column', 'alter table hall rename column name to title', ['column hall.title']],
    [
      'a changed type',
      'alter table hall alter column slot_minutes type bigint',
      ['column hall.slot_minutes'],
    ],
    [
      'a changed default',
      'alter table meeting alter column sequence set default 1',
      ['column meeting.sequence'],
    ],
    ['a column that may be null', 'alter table team alter column name drop not null', ['column team.name']],
    ['another column', 'alter table person add column nickname text', ['column person.nickname']],
    ['another table', 'create table badge (id uuid)', ['column badge.id', 'table badge']],
    ['another index', 'create index hall_by_slot on hall (slot_minutes)', ['index hall_by_slot']],
    ['another view', 'create view badge as select 1', ['view badge']],
    [
      'another way to delete',
      `alter table worksheet_share drop constraint worksheet_share_of,
       add constraint worksheet_share_of foreign key (edition_id, worksheet_id) references worksheet (edition_id, id)`,
      ['constraint worksheet_share.worksheet_share_of'],
    ],
    [
      'another word in a check',
      `alter table wish drop constraint wish_grade, add constraint wish_grade check (grade in ('must', 'would-like', 'no', 'never'))`,
      ['constraint wish.wish_grade'],
    ],
  ];

  it.each(faults)('is found by %s', async (_, fault, found) => {
    const added = await afterFault(fault, (schema) => beyond(schema, described));
    expect(
      Object.keys(added)
        .filter((name) => !(name in onlyMigrated))
        .sort(),
    ).toEqual(expect.arrayContaining(found));
  });

  it.each([
    ['index', 'drop index meeting_by_time', 'index meeting_by_time'],
    ['check', 'alter table wish drop constraint wish_not_self', 'constraint wish.wish_not_self'],
    ['unique key', 'alter table hall drop constraint hall_name_once', 'constraint hall.hall_name_once'],
    ['table', 'drop table stream_head', 'table stream_head'],
  ])('is found by a dropped %s', async (_, fault, lost) => {
    const missing = await afterFault(fault, (schema) => beyond(described, schema));
    expect(Object.keys(missing)).toContain(lost);
  });

  it('is found by any renamed column, but for those that the list names', async () => {
    const columns = [...(await columnsOf(migrated)).keys()];
    const renames = columns.map((column, n) => {
      const [table = '', name = ''] = column.replace('column ', '').split('.');
      return `alter table "${table}" rename column "${name}" to renamed_${n}`;
    });
    const missing = await afterFault(renames.join(';'), (there) => beyond(described, there));
    expect(columns.length).toBeGreaterThan(500);
    expect(columns.filter((column) => !(column in missing)).sort()).toEqual(
      Object.keys(ofTheMigrations)
        .filter((name) => name.startsWith('column '))
        .sort(),
    );
  });

  it('is found by a dropped trigger, which the list names', async () => {
    const there = await afterFault('drop trigger meeting_moves on meeting', (schema) =>
      beyond(schema, described),
    );
    expect(there).not.toEqual(onlyMigrated);
  });
});

/** What `look` sees of the schema after a fault, which is taken back. */
async function afterFault<Seen>(fault: string, look: (schema: Map<string, string>) => Seen): Promise<Seen> {
  await migrated.query('begin');
  try {
    await migrated.query(fault);
    return look(await schemaOf(migrated));
  } finally {
    await migrated.query('rollback');
  }
}
