import type { StreamName } from '@forum/domain/identity/streams';
import type { Transaction } from '../database/database.ts';
import type { Changes } from '../live/changes.ts';

/** What a person has written into meetings themselves. */
export interface OwnWords {
  /** Those that they asked for with a message. */
  meetings: string[];
  /** How many documents they had attached. */
  documents: number;
}

interface Touched {
  meetingId: string;
  editionId: string;
  version: number;
  fromFirmId: string;
  toFirmId: string;
  /** Whether a message of theirs stood in it. */
  isEmptied: boolean;
  documents: number;
}

/** Takes a person's own documents and messages out of meetings; both sides hear that something has changed. */
export async function removeOwnMeetingWords(
  transaction: Transaction,
  changes: Changes,
  personId: string,
): Promise<OwnWords> {
  const touched = await transaction.query<Touched>(
    `with own as (
         select id from meeting where requested_by = $1 and message <> '' order by id for update),
       gone as (delete from meeting_attachment where added_by = $1 returning meeting_id),
       counted as (select meeting_id, count(*)::int as documents from gone group by meeting_id),
       emptied as (
         update meeting m set message = '', version = version + 1, updated_at = now() from own where m.id = own.id
         returning m.id, m.version)
       select m.id as "meetingId", m.edition_id as "editionId", coalesce(e.version, m.version) as version,
         f.firm_id as "fromFirmId", t.firm_id as "toFirmId", e.id is not null as "isEmptied", coalesce(c.documents, 0) as documents
       from meeting m join team f on f.id = m.from_team_id join team t on t.id = m.to_team_id
       left join emptied e on e.id = m.id left join counted c on c.meeting_id = m.id
       where e.id is not null or c.meeting_id is not null order by m.id`,
    [personId],
  );
  await changes.record(transaction, null, ...touched.flatMap(changesOf));
  return {
    meetings: touched.filter(({ isEmptied }) => isEmptied).map(({ meetingId }) => meetingId),
    documents: touched.reduce((sum, { documents }) => sum + documents, 0),
  };
}

function changesOf({ editionId, meetingId, version, fromFirmId, toFirmId, isEmptied, documents }: Touched) {
  const streams: StreamName[] = [`firm:${fromFirmId}`, `firm:${toFirmId}`, 'staff:organiser'];
  const change = { editionId, streams, entityId: meetingId, version };
  return [
    ...(isEmptied ? [{ ...change, type: 'meeting.changed' as const }] : []),
    ...(documents === 0 ? [] : [{ ...change, type: 'attachments.changed' as const }]),
  ];
}
