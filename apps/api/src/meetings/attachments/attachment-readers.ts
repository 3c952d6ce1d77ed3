import type { Attachment, MeetingAttachments } from '@forum/contract/meetings/attachments';
import { type AttachmentWait, attachmentWait } from '@forum/domain/attachments/wait';
import { type MeetingParty, meetingParties } from '@forum/domain/meetings/meeting-state';
import type { Transaction } from '../../database/database.ts';
import { type Admitted, mayAll } from '../../http/viewer.ts';
import { lawAt, topicOf } from '../export-control/topic-gate.ts';
import type { MeetingRecord } from '../meeting-record.repository.ts';
import { requireParty } from '../requests/parties.ts';
import { nationalityOf } from './attachments.repository.ts';

/** A document with what orders it among those of its side. */
export interface KeptAttachment extends Attachment {
  side: MeetingParty;
  place: number;
}

/** Whoever reads the documents of a meeting. */
interface AttachmentReader {
  /** Null for the help desk, which sees how many there are and nothing else. */
  side: MeetingParty | null;
  /** The sides whose documents are open to them. */
  sees: readonly MeetingParty[];
  waits: AttachmentWait | null;
}

/** Whose documents of a meeting the viewer sees now; a meeting of others is not there. */
export async function readerOf(
  transaction: Transaction,
  meeting: MeetingRecord,
  viewer: Admitted,
): Promise<AttachmentReader> {
  const awaiting = { ...meeting, topic: topicOf(meeting) };
  const law = lawAt(new Date().toISOString());
  const isParty = [meeting.fromFirmId, meeting.toFirmId].includes(viewer.standing.firmId ?? '');
  if (!isParty && mayAll(viewer)) return { side: null, sees: [], waits: attachmentWait(awaiting, law) };
  const side = requireParty(meeting, viewer);
  const waits = attachmentWait(awaiting, law, await nationalityOf(transaction, viewer));
  return { side, sees: waits === null ? meetingParties : [side], waits };
}

/** The documents of a meeting as a reader may know of them. */
export function attachmentsFor(
  { side: own, sees, waits }: AttachmentReader,
  kept: readonly KeptAttachment[],
): MeetingAttachments {
  const of = (side: MeetingParty) => {
    const theirs = kept.filter((one) => one.side === side);
    const shown = theirs.map(({ side: _side, place: _place, by, ...rest }) => ({
      ...rest,
      by: side === own ? by : null,
    }));
    return { count: theirs.length, attachments: sees.includes(side) ? shown : null };
  };
  return { from: of('from'), to: of('to'), waits };
}
