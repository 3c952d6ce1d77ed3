import type { Attachment } from '@forum/contract/meetings/attachments';
import type { Transaction } from '../../database/database.ts';
import type { Admitted } from '../../http/viewer.ts';
import type { KeptAttachment } from './attachment-readers.ts';

/** Null for an aide, of whom no nationality is known. */
export async function nationalityOf(transaction: Transaction, viewer: Admitted): Promise<string | null> {
  if (viewer.aide) return null;
  const [row] = await transaction.query<{ country: string | null }>(
    'select country from delegate where id = $1',
    [viewer.standing.delegateId],
  );
  return row?.country ?? null;
}

/** The documents of a meeting. */
export const keptOf = (transaction: Transaction, meetingId: string) =>
  transaction.query<KeptAttachment & Attachment>(
    `select a.id, a.side, a.place, a.name, a.kind, a.bytes, utc(a.added_at) as at, p.display_name as by
     from meeting_attachment a left join person_in_edition p on p.edition_id = a.edition_id and p.id = a.added_by
     where a.meeting_id = $1 order by a.side, a.added_at, a.id limit 10`,
    [meetingId],
  );
