import { Injectable } from '@nestjs/common';
import type { Programme, readRestricted, readSession } from '@forum/contract/programme/programme';
import type { Session, SessionDetail } from '@forum/contract/programme/session';
import type { RouteOutput } from '@forum/contract/route';
import { DomainError } from '@forum/domain/errors';
import type { StreamName } from '@forum/domain/identity/streams';
import type { SessionAudience } from '@forum/domain/programme/session';
import { addDays } from '@forum/domain/time/zoned';
import { Database, type Transaction } from '../database/database.ts';
import { readHeads } from '../live/stream-heads.repository.ts';
import { detailColumns, sessionColumns } from './session-columns.ts';
import { isSeen, seenBy, sightOf } from './sight.ts';

type Speaker = Programme['speakers'][number];
type Room = Programme['rooms'][number];

export const noSuchSession = (session: string) =>
  new DomainError('not_found', { session }, `There is no session ${session} in this edition.`);

/** Reads the programme in the shapes of the contract. */
@Injectable()
export class ProgrammeRepository {
  constructor(private readonly database: Database) {}

  /**
   * The whole programme of an audience, made of the sessions that it sees and of nothing else: a room or track is in it
   * while one of them is there. Were unused ones shown, one that vanishes would tell of a session behind closed doors.
   */
  async ofAudience(
    transaction: Transaction,
    editionId: string,
    audiences: readonly SessionAudience[],
  ): Promise<Omit<Programme, 'heads'>> {
    const [edition] = await transaction.query<{ zone: string; first: string; last: string }>(
      'select zone, starts_on::text as first, ends_on::text as last from edition where id = $1',
      [editionId],
    );
    if (!edition) throw new DomainError('not_found', {}, 'There is no such edition.');
    const seen = 's.edition_id = $1 and s.removed_at is null and s.audience = any($2)';
    const parameters = [editionId, audiences];
    const sessions = await transaction.query<Session>(
      `select ${sessionColumns} from session s where ${seen} order by s.starts_at, s.id`,
      parameters,
    );
    const rooms = await transaction.query<Room>(
      `select r.id, r.name, r.position from room r
       where r.id in (select s.room_id from session s where ${seen}) order by r.position, r.id`,
      parameters,
    );
    const tracks = await transaction.query<Programme['tracks'][number]>(
      `select t.id, t.name, t.colour from track t
       where t.id in (select s.track_id from session s where ${seen}) order by t.name, t.id`,
      parameters,
    );
    const speakers = await speakersOf(transaction, seen, parameters);
    const days = daysOf(
      edition,
      sessions.map((session) => session.day),
    );
    return { zone: edition.zone, days, rooms, tracks, speakers, sessions };
  }

  /** The sessions that somebody sees and that are not in the programme of their audience. */
  beyondAudience(
    editionId: string,
    streams: readonly StreamName[],
  ): Promise<RouteOutput<typeof readRestricted>> {
    const beyond = `s.edition_id = $1 and s.removed_at is null and ${isSeen(2)}
      and (s.audience = 'restricted' or (s.audience = 'accredited' and not $2))`;
    const parameters = [editionId, ...seenBy(sightOf(streams))];
    return this.database.snapshot(async (transaction) => {
      const heads = await readHeads(transaction, editionId, streams);
      const sessions = await transaction.query<Session>(
        `select ${sessionColumns} from session s where ${beyond} order by s.starts_at, s.id`,
        parameters,
      );
      const rooms = await transaction.query<Room>(
        `select r.id, r.name, r.position from room r
         where r.id in (select s.room_id from session s where ${beyond}) order by r.position, r.id`,
        parameters,
      );
      return { sessions, rooms, speakers: await speakersOf(transaction, beyond, parameters), heads };
    });
  }

  /** One session with its texts; one that the reader may not see is not there. */
  oneFor(
    editionId: string,
    sessionId: string,
    streams: readonly StreamName[],
  ): Promise<RouteOutput<typeof readSession>> {
    return this.database.snapshot(async (transaction) => {
      const heads = await readHeads(transaction, editionId, streams);
      const [session] = await transaction.query<SessionDetail>(
        `select ${detailColumns} from session s
         where s.edition_id = $1 and s.id = $2 and s.removed_at is null and ${isSeen(3)}`,
        [editionId, sessionId, ...seenBy(sightOf(streams))],
      );
      if (!session) throw noSuchSession(sessionId);
      return { ...session, speakers: await speakersOf(transaction, 's.id = $1', [sessionId]), heads };
    });
  }
}

const speakersOf = (transaction: Transaction, ofSessions: string, parameters: readonly unknown[]) =>
  transaction.query<Speaker>(
    `select k.id, k.name, k.organisation from speaker k
     where k.id in (select p.speaker_id from session_speaker p join session s on s.id = p.session_id where ${ofSessions})
     order by k.name, k.id`,
    parameters,
  );

function daysOf({ first, last }: { first: string; last: string }, used: readonly string[]): string[] {
  const days = new Set(used);
  for (let day = first; day <= last; day = addDays(day, 1)) days.add(day);
  return [...days].sort();
}
