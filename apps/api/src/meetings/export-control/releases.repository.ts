import type { MeetingParty } from '@forum/domain/meetings/meeting-state';
import type { Transaction } from '../../database/database.ts';
import { type Admitted, personOf, editionOf } from '../../http/viewer.ts';
import type { MeetingRecord } from '../meeting-record.repository.ts';
import { standingReleases } from '@forum/domain/export-control/gate';
import { topicOf } from './topic-gate.ts';

/** Whether an officer asked for the meeting or agreed to it, or is the only one who speaks for the firm. */
export async function isAlone(
  transaction: Transaction,
  viewer: Admitted,
  meetingId: string,
): Promise<boolean> {
  const { delegateId, firmId } = viewer.standing;
  const [row] = await transaction.query<{ alone: boolean }>(
    `select exists (select from meeting_mover where meeting_id = $1 and person_id = $2)
       or not exists (select from representative where edition_id = $3 and firm_id = $4 and delegate_id <> $5) as alone`,
    [meetingId, personOf(viewer).id, editionOf(viewer).id, firmId, delegateId],
  );
  return row?.alone ?? true;
}

/** Whether the firm of a side has nobody beside the officer who has released for it. */
export async function hasNobodyElse(
  transaction: Transaction,
  editionId: string,
  { fromFirmId, toFirmId, releases }: MeetingRecord,
  side: MeetingParty,
): Promise<boolean> {
  const officerId = releases.find((release) => release.side === side)?.officerId ?? null;
  const others = await transaction.query(
    'select from representative where edition_id = $1 and firm_id = $2 and delegate_id <> $3 limit 1',
    [editionId, side === 'from' ? fromFirmId : toFirmId, officerId],
  );
  return others.length === 0;
}

/** Ends for good the releases that those who come now are not covered by. */
export async function lapseReleases(
  transaction: Transaction,
  meeting: MeetingRecord,
  now: string,
): Promise<void> {
  if (meeting.releases.length === 0) return;
  const standing = standingReleases(topicOf(meeting), meeting.releases).map(({ side }) => side);
  await transaction.query(
    `update topic_release set lapsed_at = $3 where meeting_id = $1 and lapsed_at is null and side <> all ($2::text[])`,
    [meeting.id, standing, now],
  );
}
