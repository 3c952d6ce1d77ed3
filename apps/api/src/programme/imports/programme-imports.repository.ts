import { Injectable } from '@nestjs/common';
import { type Transaction } from '../../database/database.ts';
import { type LockedEdition } from '../sessions/sessions.repository.ts';
import { type CurrentItem } from './programme-difference.ts';
import { type WrittenProgramme } from './written-programme.ts';

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

/** Writes a whole programme in a few statements, however many sessions it has. */
@Injectable()
export class ProgrammeImportsRepository {
  /** Every session as an import compares it ({@link CurrentItem}), as JSON; one that no import made has its id for a guid. */
  async current(transaction: Transaction, editionId: string): Promise<string> {
    const [row] = await transaction.query<{ current: string }>(
      `select coalesce(json_agg(c), '[]')::text as current from (select s.id, coalesce(s.guid, s.id::text) as guid, s.guid is not null as imported, s.audience, s.state, s.title, s.subtitle,
         nullif(s.abstract, '') as abstract, nullif(s.description, '') as description, s.language, s.url,
         utc(s.starts_at) as start, (extract(epoch from s.ends_at - s.starts_at) / 60)::int as minutes,
         r.name as room, t.name as track, s.kind,
         array(select k.name from session_speaker p join speaker k on k.id = p.speaker_id
               where p.session_id = s.id and not p.by_hand order by p.position, k.id) as speakers
       from session s left join room r on r.id = s.room_id left join track t on t.id = s.track_id
       where s.edition_id = $1 and s.removed_at is null order by s.starts_at, s.id) c`,
      [editionId],
    );
    return row?.current ?? '[]';
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
    { rooms, tracks, speakers, sessions, speaking }: WrittenProgramme,
  ): Promise<Written> {
    await this.#rooms(transaction, edition.id, rooms);
    const rewritten = [
      ...(await this.#tracks(transaction, edition.id, tracks)),
      ...(await this.#speakers(transaction, edition.id, speakers)),
    ];
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

  async #rooms(transaction: Transaction, editionId: string, names: readonly string[]) {
    await transaction.query(
      `insert into room (edition_id, name, position)
       select $1, n.name, last.position + n.nth from unnest($2::text[]) with ordinality as n (name, nth),
         (select coalesce(max(position), 0) as position from room where edition_id = $1) last
       where not exists (select from room r where r.edition_id = $1 and r.name = n.name)`,
      [editionId, names],
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
      `insert into speaker (edition_id, external_id, name, organisation)
       select $1, n.key, n.name, n.organisation from json_to_recordset($2::json) as n (key text, name text, organisation text)
       on conflict (edition_id, external_id) do update
       set name = excluded.name, organisation = coalesce(excluded.organisation, speaker.organisation)
       where speaker.name <> excluded.name or coalesce(excluded.organisation <> speaker.organisation, excluded.organisation is not null)
       returning new.id, old.id is not null as known`,
      [editionId, speakers],
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
       returning s.id, s.guid, s.audience`,
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
       select $1, s.id, k.id, n.position from json_to_recordset($2::json) as n (guid text, key text, position int)
       join session s on s.edition_id = $1 and s.guid = n.guid
       join speaker k on k.edition_id = $1 and k.external_id = n.key
       on conflict on constraint session_speaker_pk do update set position = excluded.position, by_hand = false`,
      [editionId, speaking],
    );
  }
}
