import { z } from 'zod';
import { inEdition } from '../editions/in-edition.ts';
import { route } from '../route.ts';
import { filledLine, id, instant, interval, prose, version } from '../scalars.ts';
import { inMeeting, meeting } from './meeting.ts';
import { controlEntry } from './topic-control.ts';

export const requestMeeting = route({
  method: 'POST',
  path: '/editions/:edition/meetings',
  action: 'meeting.request',
  summary: 'Ask a firm’s team for a meeting; it blocks nothing until it is accepted',
  params: inEdition,
  body: z.strictObject({
    fromTeamId: id,
    toTeamId: id,
    participants: z.array(id).min(1).max(6),
    topic: filledLine(160),
    message: prose(2000),
    suggested: z.array(instant).min(1).max(6),
    /** Entries of control lists that the topic touches; such a meeting waits for release by both sides. */
    controlEntries: z.array(controlEntry).max(12).default([]),
  }),
  response: meeting,
});

export const suitableTimes = route({
  method: 'GET',
  path: '/editions/:edition/suitable-times',
  action: 'meeting.request',
  summary: 'Slots in which two teams are free and a table stands empty; says nothing of why others are not',
  params: inEdition,
  query: z.strictObject({ fromTeam: id, toTeam: id, meeting: id.optional() }),
  response: z.strictObject({ slots: z.array(interval.extend({ free: z.boolean() })) }),
});

export const acceptMeeting = route({
  method: 'POST',
  path: '/editions/:edition/meetings/:meeting/acceptance',
  action: 'meeting.answer',
  summary:
    'Accept one of the suggested times; books every participant and a table at once, or says what stands in the way',
  params: inMeeting,
  body: z.strictObject({ version, start: instant, participants: z.array(id).min(1).max(6) }),
  response: meeting,
});

export const declineMeeting = route({
  method: 'POST',
  path: '/editions/:edition/meetings/:meeting/refusal',
  action: 'meeting.answer',
  summary: 'Decline a request',
  params: inMeeting,
  body: z.strictObject({ version, message: prose(500).default('') }),
  response: meeting,
});

export const proposeTimes = route({
  method: 'POST',
  path: '/editions/:edition/meetings/:meeting/proposal',
  action: 'meeting.answer',
  summary: 'Propose other times; the answer is then awaited from the other side',
  params: inMeeting,
  body: z.strictObject({
    version,
    suggested: z.array(instant).min(1).max(6),
    participants: z.array(id).min(1).max(6),
  }),
  response: meeting,
});

export const withdrawMeeting = route({
  method: 'POST',
  path: '/editions/:edition/meetings/:meeting/withdrawal',
  action: 'meeting.request',
  summary: 'Take back a request that was not answered yet',
  params: inMeeting,
  body: z.strictObject({ version }),
  response: meeting,
});
