import { Injectable } from '@nestjs/common';
import type { Session, SessionDetail } from '@forum/contract/programme/session';
import { DomainError } from '@forum/domain/errors';
import type { PhaseName } from '@forum/domain/editions/phase';
import { addMinutes, minutesBetween } from '@forum/domain/time/instant';
import type { Transaction, SqlReader } from '../../database/database.ts';
import type { ChangedSession } from './change-session.ts';
import { noSuchSession } from '../programme.repository.ts';
import { detailColumns, sessionColumns } from '../session-columns.ts';
import type { EditionDates } from '../session-days.ts';
import { one } from '../../database/one.ts';

/** A session as it is stored, with what the rules of the programme need. */
export type StoredSession = Session & { minutes: number };

/** A stored session as the contract tells it. */
export function asSession({ minutes: _minutes, ...session }: StoredSession): Session {
  return session;
}

/** A session of which the texts are known, as it stands in a list. */
export function withoutTexts(detail: SessionDetail): Session {
  const { abstract: _abstract, description: _description, url: _url, links: _links, ...session } = detail;
  return session;
}

export interface LockedEdition extends EditionDates {
  id: string;
  phase: PhaseName;
}

/** What is written of a session besides time, place and state. */
export interface SessionTexts {
  title: string;
  subtitle: string | null;
  kind: Session['kind'];
  audience: Session['audience'];
  trackId: string | null;
  language: string | null;
  abstract: string;
}

/** Writes sessions; every statement belongs to a transaction that has locked the edition. */
@Injectable()
export class SessionsRepository {
  /** Waits until this transaction alone may change the programme of an edition, or reads it without waiting. */
  async edition(reader: SqlReader, editionId: string, lock: '' | 'lock'): Promise<LockedEdition> {
    const [edition] = await reader.query<LockedEdition>(
      `select id, zone, phase, starts_on::text as "startsOn", ends_on::text as "endsOn" from edition where id = $1
       ${lock && 'for no key update'}`,
      [editionId],
    );
    if (!edition) throw new DomainError('not_found', {}, 'There is no such edition.');
    return edition;
  }

  async all(transaction: Transaction, editionId: string): Promise<StoredSession[]> {
    const rows = await transaction.query<Session>(
      `select ${sessionColumns} from session s where s.edition_id = $1 and s.removed_at is null order by s.starts_at, s.id`,
      [editionId],
    );
    return rows.map((row) => ({ ...row, minutes: minutesBetween(row.start, row.end) }));
  }

  /** A session of the edition with its texts, or a refusal. */
  async require(transaction: Transaction, editionId: string, id: string): Promise<SessionDetail> {
    const [session] = await transaction.query<SessionDetail>(
      `select ${detailColumns} from session s where s.edition_id = $1 and s.id = $2 and s.removed_at is null`,
      [editionId, id],
    );
    if (!session) throw noSuchSession(id);
    return session;
  }

  /** Raises the version of a session whose speakers are others now. */
  async raise(transaction: Transaction, editionId: string, id: string): Promise<Session> {
    const [session] = await transaction.query<Session>(
      `update session s set version = s.version + 1, updated_at = now() where s.edition_id = $1 and s.id = $2
       returning ${sessionColumns}`,
      [editionId, id],
    );
    if (!session) throw noSuchSession(id);
    return session;
  }

  /** Refuses a room or track of another edition. */
  async requireIn(
    transaction: Transaction,
    editionId: string,
    table: 'room' | 'track',
    id: string | null | undefined,
  ): Promise<void> {
    if (!id) return;
    const found = await transaction.query(`select id from ${table} where edition_id = $1 and id = $2`, [
      editionId,
      id,
    ]);
    if (found.length === 0)
      throw new DomainError('not_found', { [table]: id }, `There is no ${table} ${id} in this edition.`);
  }

  /** Sets time, place and state; `was` keeps the last time and place while the edition is live. */
  async arrange(
    transaction: Transaction,
    edition: LockedEdition,
    sessions: readonly ChangedSession[],
  ): Promise<Session[]> {
    const rows = await transaction.query<Session>(
      `update session s
       set starts_at = n.starts, ends_at = n.ends, room_id = n.room, state = n.state, day = n.day,
         was = case
           when n.starts = s.starts_at and n.room is not distinct from s.room_id then s.was
           when $3 then jsonb_build_object('start', utc(s.starts_at), 'roomId', s.room_id, 'at', utc(now()))
         end,
         sequence = s.sequence + 1, version = s.version + 1, updated_at = now()
       from json_to_recordset($2::json) as n (id uuid, starts timestamptz, ends timestamptz, room uuid, state text, day date)
       where s.edition_id = $1 and s.id = n.id
       returning ${sessionColumns}`,
      [
        edition.id,
        JSON.stringify(
          sessions.map((session) => ({
            id: session.id,
            starts: session.start,
            ends: addMinutes(session.start, session.minutes),
            room: session.roomId,
            state: session.state,
            day: session.day,
          })),
        ),
        edition.phase === 'live',
      ],
    );
    const order = new Map(sessions.map((session, i) => [session.id, i]));
    return rows.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  }

  async insert(
    transaction: Transaction,
    editionId: string,
    session: SessionTexts & { start: string; end: string; day: string; roomId: string | null },
  ): Promise<SessionDetail> {
    const row = one(
      await transaction.query<SessionDetail>(
        `insert into session as s (edition_id, title, kind, audience, starts_at, ends_at, day, room_id, track_id, abstract,
         subtitle, language)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, nullif($11, ''), $12) returning ${detailColumns}`,
        [
          editionId,
          session.title,
          session.kind,
          session.audience,
          session.start,
          session.end,
          session.day,
          session.roomId,
          session.trackId,
          session.abstract,
          session.subtitle,
          session.language,
        ],
      ),
    );
    return row;
  }

  async write(
    transaction: Transaction,
    editionId: string,
    id: string,
    texts: SessionTexts,
  ): Promise<SessionDetail> {
    const row = one(
      await transaction.query<SessionDetail>(
        `update session s set title = $3, kind = $4, audience = $5, track_id = $6, abstract = $7,
         subtitle = nullif($8, ''), language = $9,
         version = s.version + 1, updated_at = now()
       where s.edition_id = $1 and s.id = $2 returning ${detailColumns}`,
        [
          editionId,
          id,
          texts.title,
          texts.kind,
          texts.audience,
          texts.trackId,
          texts.abstract,
          texts.subtitle,
          texts.language,
        ],
      ),
    );
    return row;
  }
}
