import { meetingParties } from '@forum/domain/meetings/meeting-state';
import { z } from 'zod';
import { inFirm } from '../firms/in-firm.ts';
import { route } from '../route.ts';
import { id, version } from '../scalars.ts';
import { inMeeting, meeting } from './meeting.ts';
import { controlEntry } from './topic-control.ts';

/** Somebody who may release listed topics for a firm. */
export const exportOfficer = z.strictObject({
  delegateId: id,
  name: z.string(),
  office: z.string(),
  /** Named by the host, not by the firm. */
  byHost: z.boolean(),
  namedBy: z.string().nullable(),
  /** Whether a second person has confirmed it; before that they release nothing. */
  inForce: z.boolean(),
  /** May the reader confirm it? */
  canConfirm: z.boolean(),
});
export type ExportOfficer = z.infer<typeof exportOfficer>;

export const listOfficers = route({
  method: 'GET',
  path: '/editions/:edition/firms/:firm/export-officers',
  action: 'export.name-officers',
  summary: 'Who may release listed topics for a firm',
  params: inFirm,
  response: z.array(exportOfficer),
});

export const nameOfficers = route({
  method: 'PUT',
  path: '/editions/:edition/firms/:firm/export-officers',
  action: 'export.name-officers',
  summary:
    'Name who may release listed topics for a firm, among its representatives: by an officer in office or the host',
  params: inFirm,
  body: z.strictObject({ delegates: z.array(id).max(20) }),
  response: z.array(exportOfficer),
  factor: 'fresh',
});

export const confirmOfficer = route({
  method: 'POST',
  path: '/editions/:edition/firms/:firm/export-officers/:delegate/confirmation',
  action: 'export.name-officers',
  summary: 'Confirm an export officer: another representative, or an organiser where there is none',
  params: inFirm.extend({ delegate: id }),
  response: z.array(exportOfficer),
});

export const releaseMeeting = route({
  method: 'POST',
  path: '/editions/:edition/meetings/:meeting/release',
  action: 'export.release',
  summary: 'Release the listed topic of a meeting for one’s side, for exactly those who take part now',
  params: inMeeting,
  body: z.strictObject({ version }),
  response: meeting,
  // Only officers can do it, and their standing counts with a second factor alone.
  factor: 'shown',
});

export const confirmRelease = route({
  method: 'POST',
  path: '/editions/:edition/meetings/:meeting/release/confirmation',
  action: 'export.confirm-release',
  summary: 'Confirm the release of a side as the second person; an organiser where its firm has nobody else',
  params: inMeeting,
  body: z.strictObject({ version, side: z.enum(meetingParties) }),
  response: meeting,
});

export const declareEntries = route({
  method: 'POST',
  path: '/editions/:edition/meetings/:meeting/control-entries',
  action: 'meeting.answer',
  summary:
    'Say that the topic of a meeting touches further entries of a control list; what was said is not taken back',
  params: inMeeting,
  body: z.strictObject({ version, entries: z.array(controlEntry).min(1).max(12) }),
  response: meeting,
});
