import { outcomeStages } from '@forum/domain/outcomes/ledger';
import { meetingViews } from '@forum/domain/outcomes/meeting-report';
import { z } from 'zod';
import { inEdition } from './editions.ts';
import { inMeeting } from './meetings.ts';
import { route } from './route.ts';
import { day, editionSlug, filledLine, id, instant, paging, prose } from './scalars.ts';

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

const stage = z.enum(outcomeStages);

/** A step of a matter, as one of its two firms sees it. */
export const outcomeStep = z.strictObject({
  id,
  stage,
  state: z.enum(['proposed', 'confirmed', 'declined']),
  by: z.enum(['us', 'them']),
  /** End of a pilot. */
  until: day.nullable(),
  confidential: z.boolean(),
  proposedAt: instant,
  answeredAt: instant.nullable(),
});

/** Something between two firms over all editions, from first interest to a contract. */
export const matter = z.strictObject({
  id,
  title: z.string(),
  /** Where it began. */
  edition: z.strictObject({ slug: editionSlug, title: z.string(), year: z.int() }),
  steps: z.array(outcomeStep),
  reached: stage.nullable(),
  /** Stages that can be proposed now; none while a proposal waits. */
  next: z.array(stage),
});
export type Matter = z.infer<typeof matter>;

const inFirm = inEdition.extend({ firm: id });

export const listOutcomes = route({
  method: 'GET',
  path: '/editions/:edition/firms/:firm/outcomes',
  action: 'outcome.own',
  summary: 'What one’s firm and another have come to, over all editions',
  params: inFirm,
  response: z.array(matter),
});

export const proposeOutcome = route({
  method: 'POST',
  path: '/editions/:edition/firms/:firm/outcomes',
  action: 'outcome.own',
  summary: 'Say that a stage has been reached with another firm, for it to confirm',
  params: inFirm,
  body: z.strictObject({
    /** Null begins a new matter in this edition. */
    matter: id.nullable(),
    title: filledLine(160),
    stage,
    until: day.nullable(),
    confidential: z.boolean(),
  }),
  response: z.array(matter),
});

const inOutcome = inEdition.extend({ outcome: id });

export const confirmOutcome = route({
  method: 'POST',
  path: '/editions/:edition/outcomes/:outcome/confirmation',
  action: 'outcome.own',
  summary: 'Confirm what the other firm has proposed; either may ask for discretion',
  params: inOutcome,
  body: z.strictObject({ confidential: z.boolean() }),
  response: z.array(matter),
});

export const declineOutcome = route({
  method: 'POST',
  path: '/editions/:edition/outcomes/:outcome/refusal',
  action: 'outcome.own',
  summary: 'Say that what the other firm has proposed is not so',
  params: inOutcome,
  response: z.array(matter),
});

const editionFigures = z.strictObject({
  slug: editionSlug,
  title: z.string(),
  year: z.int(),
  /** Confirmed outcomes by stage; null where the number would give a few confidential ones away. */
  stages: z.array(z.strictObject({ stage, total: z.int().nullable() })),
  total: z.int().nullable(),
  named: z.array(
    z.strictObject({ id, stage, title: z.string(), firms: z.array(z.string()), until: day.nullable() }),
  ),
  /** Of the reports as they stand now; these are no log. */
  meetings: z.strictObject({
    /** Agreed ones that have begun. */
    begun: z.int(),
    held: z.int(),
    noShow: z.int(),
    disputed: z.int(),
    unreported: z.int(),
    /** Mean of all ratings; null below five of them. */
    rating: z.number().nullable(),
  }),
});
export type EditionFigures = z.infer<typeof editionFigures>;

export const readFigures = route({
  method: 'GET',
  path: '/editions/:edition/outcome-figures',
  action: 'outcome.read',
  summary: 'What became of the meetings of each edition by an instant, from the log alone',
  params: inEdition,
  query: z.strictObject({ asOf: instant.optional() }),
  response: z.strictObject({ asOf: instant, editions: z.array(editionFigures) }),
});

const noShow = z.strictObject({
  meetingId: id,
  start: instant,
  topic: z.string(),
  topicKo: z.string().nullable(),
  from: z.string(),
  to: z.string(),
  result: z.enum(['no-show', 'disputed']),
  absent: z.array(z.enum(['from', 'to'])),
  confirmed: z.boolean(),
});
export type NoShow = z.infer<typeof noShow>;

export const listNoShows = route({
  method: 'GET',
  path: '/editions/:edition/no-shows',
  action: 'outcome.read',
  summary: 'Meetings to which a side did not come, and those about which the sides disagree',
  params: inEdition,
  query: z.strictObject({ ...paging }),
  response: z.strictObject({ total: z.int(), rows: z.array(noShow) }),
});
