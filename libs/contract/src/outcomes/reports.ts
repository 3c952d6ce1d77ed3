import { meetingViews } from '@forum/domain/outcomes/meeting-report';
import { z } from 'zod';
import { inMeeting } from '../meetings/meeting.ts';
import { route } from '../route.ts';
import { day, filledLine, instant, prose } from '../scalars.ts';

const reportText = {
  view: z.enum(meetingViews),
  rating: z.int().min(1).max(5).nullable(),
  /** For one's own side alone. */
  note: prose(4000),
  followUps: z.array(z.strictObject({ what: filledLine(200), due: day })).max(20),
};

/** What one's own side has said of a meeting. */
export const meetingReport = z.strictObject({
  ...reportText,
  by: z.string().nullable(),
  reportedAt: instant,
});
export type MeetingReport = z.infer<typeof meetingReport>;

/** What came of a meeting by both views; of the other side's report only what follows from it. */
const meetingResult = z.strictObject({
  result: z.enum(['unreported', 'held', 'no-show', 'disputed']),
  absent: z.array(z.enum(['from', 'to'])),
  confirmed: z.boolean(),
});

const reportView = z.strictObject({
  /** 0 while one's side has said nothing. */
  version: z.int().min(0),
  /** Whether the meeting has begun, so that something can be said of it. */
  open: z.boolean(),
  own: meetingReport.nullable(),
  result: meetingResult,
});

export const readReport = route({
  method: 'GET',
  path: '/editions/:edition/meetings/:meeting/report',
  action: 'outcome.own',
  summary: 'What one’s own side has said of a meeting, and what came of it by both views',
  params: inMeeting,
  response: reportView,
});

export const saveReport = route({
  method: 'PUT',
  path: '/editions/:edition/meetings/:meeting/report',
  action: 'outcome.own',
  summary: 'Say for one’s side whether a meeting was held, what it was worth, and what to do next',
  params: inMeeting,
  body: z.strictObject({ version: z.int().min(0), ...reportText }),
  response: reportView,
});
