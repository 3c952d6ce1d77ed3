import { z } from 'zod';
import { route } from '../route.ts';
import { id, instant, prose, version } from '../scalars.ts';
import { inMeeting, meeting } from './meeting.ts';

export const cancelMeeting = route({
  method: 'POST',
  path: '/editions/:edition/meetings/:meeting/cancellation',
  action: 'meeting.answer',
  summary: 'Cancel an accepted meeting; its people and table are free again',
  params: inMeeting,
  body: z.strictObject({ version, message: prose(500).default('') }),
  response: meeting,
});

export const rescheduleMeeting = route({
  method: 'POST',
  path: '/editions/:edition/meetings/:meeting/move',
  action: 'meeting.override',
  summary: 'Move an accepted meeting to another slot or table, at the help desk',
  params: inMeeting,
  body: z.strictObject({ version, start: instant, tableId: id.nullable() }),
  response: meeting,
});

export const swapParticipants = route({
  method: 'PUT',
  path: '/editions/:edition/meetings/:meeting/participants',
  action: 'meeting.answer',
  summary: 'Send other people of one’s team without losing the slot',
  params: inMeeting,
  body: z.strictObject({ version, participants: z.array(id).min(1).max(6) }),
  response: meeting,
});
