import { attachmentKindNames } from '@forum/domain/attachments/kinds';
import { attachmentWaits } from '@forum/domain/attachments/wait';
import { z } from 'zod';
import { done, route } from '../route.ts';
import { id, instant } from '../scalars.ts';
import { inMeeting } from './meeting.ts';

/** A document that a side has attached to a meeting. */
export const attachment = z.strictObject({
  id,
  name: z.string(),
  kind: z.enum(attachmentKindNames),
  /** How large it is. */
  bytes: z.int().min(1),
  at: instant,
  /** Who attached it, told to their own side. */
  by: z.string().nullable(),
});
export type Attachment = z.infer<typeof attachment>;

const attachmentsOfSide = z.strictObject({
  count: z.int(),
  /** Null where the reader learns only how many there are. */
  attachments: z.array(attachment).nullable(),
});

/** The documents of a meeting as far as the reader may know of them. */
export const meetingAttachments = z.strictObject({
  from: attachmentsOfSide,
  to: attachmentsOfSide,
  /** What the other side's wait for; null when they are open to the reader. */
  waits: z.enum(attachmentWaits).nullable(),
});
export type MeetingAttachments = z.infer<typeof meetingAttachments>;

export const listAttachments = route({
  method: 'GET',
  path: '/editions/:edition/meetings/:meeting/attachments',
  action: 'meeting.read',
  summary:
    'The documents of a meeting: one’s own, the other side’s once the meeting is agreed and released, else how many',
  params: inMeeting,
  response: meetingAttachments,
});

export const addAttachment = route({
  method: 'POST',
  path: '/editions/:edition/meetings/:meeting/attachments',
  action: 'meeting.answer',
  summary:
    'Attach a document for one’s side: PDF, PNG, JPEG, plain text, docx, xlsx or pptx, at most 10 MB, 5 a side',
  params: inMeeting,
  query: z.strictObject({ name: z.string().min(1).max(300) }),
  body: z.instanceof(Uint8Array),
  accepts: 'application/octet-stream',
  response: meetingAttachments,
});

const inAttachment = inMeeting.extend({ attachment: id });

export const readAttachment = route({
  method: 'GET',
  path: '/editions/:edition/meetings/:meeting/attachments/:attachment',
  action: 'meeting.read',
  summary:
    'The content of a document, to be saved; one that waits is not there; recorded where it is the other side’s',
  recorded: true,
  params: inAttachment,
  response: z.instanceof(Uint8Array),
  produces: 'application/octet-stream',
});

export const removeAttachment = route({
  method: 'DELETE',
  path: '/editions/:edition/meetings/:meeting/attachments/:attachment',
  action: 'meeting.answer',
  summary: 'Take back a document of one’s own side',
  params: inAttachment,
  response: done,
});
