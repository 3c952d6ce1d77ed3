import { z } from 'zod';
import { route } from '../route.ts';
import { inMeeting, meeting } from './meeting.ts';

export const sendDayMessage = route({
  method: 'POST',
  path: '/editions/:edition/meetings/:meeting/day-messages',
  action: 'meeting.answer',
  summary: 'Tell the other side where one is, or call the help desk',
  params: inMeeting,
  body: z.strictObject({
    code: z.enum(['minutes-late', 'on-my-way', 'at-the-table', 'cannot-find', 'help']),
    minutes: z.int().min(1).max(60).nullable().default(null),
  }),
  response: meeting,
});
