import { z } from 'zod';
import { inEdition } from './editions.ts';
import { controlEntry, inMeeting, meeting } from './meetings.ts';
import { route } from './route.ts';
import { id, version } from './scalars.ts';

/** Somebody who may release listed topics for a firm. */
export const exportOfficer = z.strictObject({
  delegateId: id,
  name: z.string(),
  office: z.string(),
  /** Named by the host, not by the firm. */
  byHost: z.boolean(),
});
export type ExportOfficer = z.infer<typeof exportOfficer>;

const inFirm = inEdition.extend({ firm: id });

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
  summary: 'Name who may release listed topics for a firm, among its accredited representatives',
  params: inFirm,
  body: z.strictObject({ delegates: z.array(id).max(20) }),
  response: z.array(exportOfficer),
  factor: 'fresh',
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
