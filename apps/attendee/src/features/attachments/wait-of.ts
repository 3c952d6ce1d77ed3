import type { MeetingAttachments } from '@forum/contract/meetings/attachments';
import type { Meeting } from '@forum/contract/meetings/meeting';
import { awaitsRelease } from '../meetings/meeting-view.ts';

/** What documents wait for, in the words of the screen: a listed topic that is not agreed may lack both. */
export function waitOf(meeting: Meeting, waits: NonNullable<MeetingAttachments['waits']>) {
  return waits === 'agreement' && awaitsRelease(meeting) ? 'both' : waits;
}
