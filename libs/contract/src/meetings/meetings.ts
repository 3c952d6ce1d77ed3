import { z } from 'zod';
import { inEdition } from '../editions/in-edition.ts';
import { route } from '../route.ts';
import { heads } from '../scalars.ts';
import { inMeeting, meeting } from './meeting.ts';

export const listMeetings = route({
  method: 'GET',
  path: '/editions/:edition/meetings',
  action: 'meeting.read',
  summary: 'My team’s meetings and requests, in and out',
  params: inEdition,
  response: z.strictObject({ meetings: z.array(meeting), openRequests: z.int(), openLimit: z.int(), heads }),
});

export const readMeeting = route({
  method: 'GET',
  path: '/editions/:edition/meetings/:meeting',
  action: 'meeting.read',
  summary: 'One meeting of mine',
  params: inMeeting,
  response: meeting,
});
