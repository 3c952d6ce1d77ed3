import { dayMessageCodes, latestMinutes } from '@forum/domain/meetings/day-messages';
import { z } from 'zod';
import { route, type RouteInput } from '../route.ts';
import { inMeeting, meeting } from './meeting.ts';

const late = 'minutes-late';

export const sendDayMessage = route({
  method: 'POST',
  path: '/editions/:edition/meetings/:meeting/day-messages',
  action: 'meeting.answer',
  summary: 'Tell the other side where one is, or call the help desk',
  params: inMeeting,
  body: z.discriminatedUnion('code', [
    z.strictObject({
      code: z.literal(late),
      /** How late, in minutes. */
      minutes: z
        .int({ error: `say how many minutes late, from 1 to ${String(latestMinutes)}` })
        .min(1)
        .max(latestMinutes),
    }),
    z.strictObject({
      code: z.enum(dayMessageCodes).exclude([late]),
      /** Sent by apps that were opened before a deployment. */
      minutes: z.null().optional(),
    }),
  ]),
  response: meeting,
});

/** A day message as it is sent. */
export type SentDayMessage = RouteInput<typeof sendDayMessage>['body'];
