import { z } from 'zod';
import { inEdition } from '../editions/in-edition.ts';
import { personRef } from '../identity/person.ts';
import { done, route } from '../route.ts';
import { id, instant } from '../scalars.ts';
import { inMeeting } from './meeting.ts';

export const answerHelp = route({
  method: 'DELETE',
  path: '/editions/:edition/meetings/:meeting/help',
  action: 'meeting.override',
  summary: 'The help desk has dealt with the call',
  params: inMeeting,
  response: done,
});

/** A meeting whose people have called the help desk, and who of it has taken the call. */
const helpCall = z.strictObject({
  meeting: id,
  firms: z.tuple([z.string(), z.string()]),
  table: z.strictObject({ hall: z.string(), label: z.string() }).nullable(),
  start: instant.nullable(),
  since: instant,
  takenBy: personRef.nullable(),
});
export type HelpCall = z.infer<typeof helpCall>;

export const listHelpCalls = route({
  method: 'GET',
  path: '/editions/:edition/help-calls',
  action: 'meeting.override',
  summary: 'The calls for help that are not dealt with, the oldest first, and who has taken each',
  params: inEdition,
  response: z.strictObject({ calls: z.array(helpCall) }),
});

export const takeHelpCall = route({
  method: 'PUT',
  path: '/editions/:edition/meetings/:meeting/help',
  action: 'meeting.override',
  summary: 'Take a call for help, or take it over from whom one saw to have it',
  params: inMeeting,
  body: z.strictObject({ from: id.nullable() }),
  response: done,
});
