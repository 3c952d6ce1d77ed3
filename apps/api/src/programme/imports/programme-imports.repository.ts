import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/database.ts';
import type { LockedEdition } from '../sessions/sessions.repository.ts';
import type { CurrentItem } from './programme-difference.ts';
import type { WrittenProgramme } from './written-programme.ts';

interface Touched {
  id: string;
  guid: string;
  audience: CurrentItem['audience'];
}

/** What was written: the sessions, and those that show a track or speaker who was known before and is another now. */
export interface Written {
  sessions: Touched[];
  showing: Pick<Touched, 'id' | 'audience'>[];
}

interface Rewritten {
  id: string;
  known: boolean;
}

/** Every session of an edition ({@link CurrentItem}). */
const currentSessions = `select s.id, coalesce(s.guid, s.id::text) as guid, s.guid is not null as imported,
    s.removed_at is not null as removed, s.audience, s.state, s.title, s.subtitle,
    nullif(s.abstract, '') as abstract, nullif(s.description, '') as description, s.language, s.url, s.links,
    utc(s.starts_at) as start, (extract(epoch from s.ends_at - s.starts_at) / 60)::int as minutes, s.day::text as day,
    r.name as room, t.name as track, s.kind, s.told,
    (select coalesce(json_agg(json_build_object('who', k.id, 'name', k.name, 'organisation', k.organisation)
       order by p.position, k.id), '[]')
     from session_speaker p join speaker k on k.id = p.speaker_id
     where p.session_id = s.id and (not p.by_hand or s.told->'speakers' ? k.id::text)) as speakers
  from session s left join room r on r.id = s.room_id left join track t on t.id = s.track_id
  where s.edition_id = $1 and (s.removed_at is null or s.guid is not null) order by s.starts_at, s.id`;

/** Writes a whole programme in a few statements, however many sessions it has. */
@Injectable()
export class ProgrammeImportsRepository {
  /**
   * The programme as an import compares it (`CurrentProgramme`), as JSON: the sessions that files took out too; one that
   * no import made has its id for a guid. Speakers added by hand count only where the last file names them as well.
   */
  async current(transaction: Transaction, editionId: string): Promise<string> {
    const [row] = await transaction.query<{ current: string }>(
      `select json_build_object(
         'sessions', (select coalesce(json_agg(c), '[]') from (${currentSessions}) c),
         'rooms', (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'sourceName', source_name)
            order by position, id), '[]') from room where edition_id = $1),
         'tracks', (select coalesce(json_agg(json_build_object('name', name, 'colour', colour) order by id), '[]')
            from track where edition_id = $1),
         'speakers', (select coalesce(json_agg(json_build_object('id', k.id, 'name', k.name,
            'organisation', k.organisation, 'person', p.display_name,
            'keys', array(select key from speaker_key where speaker_id = k.id order by key)) order by k.id), '[]')
            from speaker k left join person_in_edition p on p.edition_id = k.edition_id and p.id = k.person_id
            where k.edition_id = $1))::text as current`,
      [editionId],
    );
    return row?.current ?? '{}';
  }

  /** Whose rights depend on who speaks where. */
  async peopleWhoSpeak(transaction: Transaction, editionId: string): Promise<string[]> {
    const rows = await transaction.query<{ id: string }>(
      'select distinct person_id as id from speaker where edition_id = $1 and person_id is not null',
      [editionId],
    );
    return rows.map(({ id }) => id);
  }

  async write(
    transaction: Transaction,
    edition: LockedEdition,
    { rooms, tracks, speakers, keys, sessions, speaking }: WrittenProgramme,
  ): Promise<Written> {
    await this.#rooms(transaction, edition.id, rooms);
    const rewritten = [
      ...(await this.#tracks(transaction, edition.id, tracks)),
      ...(await this.#speakers(transaction, edition.id, speakers)),
    ];
    await this.#keys(transaction, edition.id, keys);
    const touched = await this.#sessions(transaction, edition, sessions);
    await this.#speaking(transaction, edition.id, touched, speaking);
    const known = rewritten.filter((one) => one.known).map(({ id }) => id);
    return { sessions: touched, showing: await this.#showing(transaction, edition.id, known) };
  }

  async remove(transaction: Transaction, editionId: string, ids: readonly string[]): Promise<void> {
    await transaction.query(
      `update session set removed_at = now(), sequence = sequence + 1, version = version + 1, updated_at = now()
       where edition_id = $1 and id = any($2::uuid[])`,
      [editionId, ids],
    );
  }

  /** Keeps what the file said of each session, the unchanged too: it is what the next file is compared with. */
  async keepTold(transaction: Transaction, editionId: string, told: string): Promise<void> {
    await transaction.query(
      `update session s set told = n.told from json_to_recordset($2::json) as n (guid text, told jsonb)
       where s.edition_id = $1 and s.guid = n.guid and s.told is distinct from n.told`,
      [editionId, told],
    );
  }

  /** Makes rooms, and keeps what the file calls those that were known by another name. */
  async #rooms(transaction: Transaction, editionId: string, rooms: string) {
    await transaction.query(
      `update room set source_name = null from json_to_recordset($2::json) as n ("sourceName" text)
       where edition_id = $1 and source_name = n."sourceName"`,
      [editionId, rooms],
    );
    await transaction.query(
      `update room set source_name = n."sourceName" from json_to_recordset($2::json) as n (id uuid, "sourceName" text)
       where edition_id = $1 and room.id = n.id`,
      [editionId, rooms],
    );
    await transaction.query(
      `insert into room (edition_id, name, source_name, position)
       select $1, n.name, n."sourceName", last.position + row_number() over ()
       from json_to_recordset($2::json) as n (id uuid, name text, "sourceName" text),
         (select coalesce(max(position), 0) as position from room where edition_id = $1) last where n.id is null`,
      [editionId, rooms],
    );
  }

  async #tracks(transaction: Transaction, editionId: string, tracks: string) {
    return transaction.query<Rewritten>(
      `insert into track (edition_id, name, colour)
       select $1, n.name, n.colour from json_to_recordset($2::json) as n (name text, colour text)
       on conflict (edition_id, name) do update set colour = excluded.colour
       where excluded.colour is not null and excluded.colour is distinct from track.colour
       returning new.id, old.id is not null as known`,
      [editionId, tracks],
    );
  }

  async #speakers(transaction: Transaction, editionId: string, speakers: string) {
    return transaction.query<Rewritten>(
      `insert into speaker (id, edition_id, name, organisation)
       select n.id, $1, n.name, n.organisation from json_to_recordset($2::json) as n (id uuid, name text, organisation text)
       on conflict (id) do update set name = excluded.name, organisation = excluded.organisation
       where (speaker.name, speaker.organisation) is distinct from (excluded.name, excluded.organisation)
       returning new.id, old.id is not null as known`,
      [editionId, speakers],
    );
  }

  /** A key that was another speaker's is this one's from now on: the secretariat said that it is another person. */
  async #keys(transaction: Transaction, editionId: string, keys: string): Promise<void> {
    await transaction.query(
      `insert into speaker_key (edition_id, key, speaker_id)
       select $1, n.key, n.id from json_to_recordset($2::json) as n (key text, id uuid)
       on conflict on constraint speaker_key_pk do update set speaker_id = excluded.speaker_id
       where speaker_key.speaker_id <> excluded.speaker_id`,
      [editionId, keys],
    );
  }

  /** The sessions that stand on one of these tracks or have one of these speakers. */
  async #showing(transaction: Transaction, editionId: string, ids: readonly string[]) {
    return transaction.query<Pick<Touched, 'id' | 'audience'>>(
      `select s.id, s.audience from session s where s.edition_id = $1 and s.removed_at is null
         and (s.track_id = any($2::uuid[])
           or s.id in (select session_id from session_speaker where speaker_id = any($2::uuid[])))`,
      [editionId, ids],
    );
  }

  #sessions(transaction: Transaction, edition: LockedEdition, sessions: string) {
    return transaction.query<Touched>(
      `insert into session as s (edition_id, guid, title, subtitle, abstract, description, language, kind,
         starts_at, ends_at, day, room_id, track_id, url, links)
       select $1, n.guid, n.title, n.subtitle, coalesce(n.abstract, ''), coalesce(n.description, ''), n.language, n.kind,
         n.start, n.start + n.minutes * interval '1 minute', n.day, r.id, t.id, n.url, n.links
       from json_to_recordset($2::json) as n (guid text, title text, subtitle text, abstract text, description text,
         language text, kind text, start timestamptz, minutes int, day date, room text, track text, url text, links jsonb)
       left join room r on r.edition_id = $1 and r.name = n.room
       left join track t on t.edition_id = $1 and t.name = n.track
       on conflict (edition_id, guid) do update set
         title = excluded.title, subtitle = excluded.subtitle, abstract = excluded.abstract, description = excluded.description,
         language = excluded.language, kind = excluded.kind, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
         day = excluded.day, room_id = excluded.room_id, track_id = excluded.track_id, url = excluded.url, links = excluded.links,
         was = case
           when s.starts_at = excluded.starts_at and s.room_id is not distinct from excluded.room_id then s.was
           when $3 then jsonb_build_object('start', utc(s.starts_at), 'roomId', s.room_id, 'at', utc(now()))
         end,
         sequence = s.sequence + case when s.removed_at is null and s.starts_at = excluded.starts_at
           and s.ends_at = excluded.ends_at and s.room_id is not distinct from excluded.room_id then 0 else 1 end,
         removed_at = null, version = s.version + 1, updated_at = now()
       returning s.id, coalesce(s.guid, s.id::text) as guid, s.audience`,
      [edition.id, sessions, edition.phase === 'live'],
    );
  }

  async #speaking(
    transaction: Transaction,
    editionId: string,
    touched: readonly Touched[],
    speaking: string,
  ): Promise<void> {
    await transaction.query(
      'delete from session_speaker where session_id = any($1::uuid[]) and not by_hand',
      [touched.map(({ id }) => id)],
    );
    await transaction.query(
      `insert into session_speaker (edition_id, session_id, speaker_id, position)
       select $1, s.id, n.who, n.position from json_to_recordset($2::json) as n (guid text, who uuid, position int)
       join session s on s.edition_id = $1 and s.guid = n.guid
       on conflict on constraint session_speaker_pk do update set position = excluded.position`,
      [editionId, speaking],
    );
  }
}
