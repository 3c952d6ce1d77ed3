import type { Release } from '@forum/domain/export-control/gate';
import type { Transaction } from '../../database/database.ts';

/** SQL for whether the release `r` counts only once a second person has confirmed it, who has not. */
export const awaitsSecond = `r.confirmed_at is null and (r.alone or exists (
  select from meeting_mover v join delegate mover on mover.person_id = v.person_id
  where v.meeting_id = r.meeting_id and mover.id = r.officer_id))`;

/** Keeps that these people asked for a meeting, proposed times of it, or agreed to it. */
export async function recordMovers(
  transaction: Transaction,
  editionId: string,
  meetingId: string,
  personIds: readonly string[],
): Promise<void> {
  await transaction.query(
    `insert into meeting_mover (edition_id, meeting_id, person_id) select $1, $2, p from unnest($3::uuid[]) p
     on conflict on constraint meeting_mover_pk do nothing`,
    [editionId, meetingId, personIds],
  );
}

/** SQL for the releases of a meeting that have not lapsed; `awaiting` says of each, as `r`, whether it awaits a second person. */
export const releasesOf = (meeting: string, awaiting: string = awaitsSecond) => `
  select coalesce(json_agg(json_build_object('side', r.side, 'officerId', r.officer_id, 'at', utc(r.released_at),
     'entries', r.entries, 'nationalities', r.nationalities, 'awaitsSecond', ${awaiting}) order by r.side), '[]')
  from topic_release r where r.meeting_id = ${meeting} and r.lapsed_at is null`;

/** The releases of a meeting as they count once these people have agreed to it too. */
export async function findReleasesAfter(
  transaction: Transaction,
  meetingId: string,
  personIds: readonly string[],
): Promise<Release[]> {
  const agrees = `r.confirmed_at is null and r.officer_id in (select id from delegate where person_id = any($2::uuid[]))`;
  const [row] = await transaction.query<{ releases: Release[] }>(
    `select (${releasesOf('$1', `(${awaitsSecond}) or (${agrees})`)}) as releases`,
    [meetingId, personIds],
  );
  return row?.releases ?? [];
}
