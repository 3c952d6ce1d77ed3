import type { StreamName } from '@forum/domain/identity/streams';
import type { Transaction } from '../../database/database.ts';
import { isSeen, seenBy, sightOf } from '../sight.ts';

/** Who reads what of an edition. */
interface Reading {
  editionId: string;
  streams: readonly StreamName[];
}

/** The sessions that a person has starred and may still see. */
export async function readStarred(
  transaction: Transaction,
  { editionId, streams, personId }: Reading & { personId: string },
): Promise<string[]> {
  const rows = await transaction.query<{ id: string }>(
    `select s.id from star x join session s on s.id = x.session_id
     where x.edition_id = $1 and x.person_id = $5 and s.removed_at is null and ${isSeen(2)} order by s.starts_at, s.id`,
    [editionId, ...seenBy(sightOf(streams)), personId],
  );
  return rows.map(({ id }) => id);
}

/** Whether a session is one that the reader may see. */
export async function isShownTo(
  transaction: Transaction,
  { editionId, streams }: Reading,
  sessionId: string,
): Promise<boolean> {
  const seen = await transaction.query<{ id: string }>(
    `select s.id from session s where s.edition_id = $1 and s.id = $5 and s.removed_at is null and ${isSeen(2)}`,
    [editionId, ...seenBy(sightOf(streams)), sessionId],
  );
  return seen.length > 0;
}

/** Stars a session; false when it was starred before. */
export async function addStar(
  transaction: Transaction,
  star: { editionId: string; personId: string; sessionId: string },
): Promise<boolean> {
  const made = await transaction.query<{ id: string }>(
    `insert into star (edition_id, person_id, session_id) values ($1, $2, $3) on conflict do nothing returning session_id as id`,
    [star.editionId, star.personId, star.sessionId],
  );
  return made.length > 0;
}
