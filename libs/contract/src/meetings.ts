import { misfits } from '@forum/domain/meetings/halls/misfit';
import { meetingEnds, meetingParties, meetingStates } from '@forum/domain/meetings/meeting-state';
import { z } from 'zod';
import { inEdition } from './editions.ts';
import { personRef } from './identity.ts';
import { done, route, type RouteOutput } from './route.ts';
import {
  filledLine,
  flag,
  heads,
  id,
  instant,
  interval,
  line,
  paging,
  prose,
  version,
  wallTime,
} from './scalars.ts';

export const table = z.strictObject({
  id,
  label: z.string(),
  capacity: z.int(),
  /** Position on the hall's plan, from 0 to 1 from the left and from the entrance. */
  x: z.number(),
  y: z.number(),
});

export const hall = z.strictObject({
  id,
  version,
  name: z.string(),
  slotMinutes: z.int(),
  changeoverMinutes: z.int(),
  openings: z.array(interval),
  closures: z.array(interval.extend({ reason: z.string() })),
  tables: z.array(table),
});
export type Hall = z.infer<typeof hall>;

export const readHalls = route({
  method: 'GET',
  path: '/editions/:edition/halls',
  action: 'hall.read',
  summary: 'The meeting halls of an edition: hours, slots, tables, plan',
  params: inEdition,
  response: z.array(hall),
});

export const wallInterval = z.strictObject({ start: wallTime, end: wallTime });

/** A hall as it is to be; times are wall times in the edition's zone. */
const hallToBe = z.strictObject({
  /** Which hall, at the version that was seen; null for a new one. */
  of: z.strictObject({ id, version }).nullable(),
  name: filledLine(80),
  slotMinutes: z.int().min(10).max(120),
  changeoverMinutes: z.int().min(0).max(30),
  openings: z.array(wallInterval).max(30),
  closures: z.array(wallInterval.extend({ reason: line(120) })).max(60),
  tables: z.int().min(1).max(600),
  seats: z.int().min(2).max(20),
});
export type HallToBe = z.infer<typeof hallToBe>;

export const setHall = route({
  method: 'PUT',
  path: '/editions/:edition/halls',
  action: 'hall.edit',
  summary: 'Set up a meeting hall, or change one; its meetings stay where they are',
  params: inEdition,
  body: hallToBe,
  response: hall,
});

export const foreseeHall = route({
  method: 'POST',
  path: '/editions/:edition/halls/misfits',
  action: 'hall.edit',
  summary:
    'Which agreed meetings would not fit a hall any more if it were set up like this; nothing is saved',
  params: inEdition,
  body: hallToBe,
  response: z.strictObject({
    total: z.int(),
    /** All of them. */
    meetings: z.array(
      z.strictObject({
        id,
        start: instant,
        end: instant,
        table: z.string(),
        from: z.string(),
        to: z.string(),
        why: z.enum(misfits),
      }),
    ),
  }),
});

export const removeHall = route({
  method: 'DELETE',
  path: '/editions/:edition/halls/:hall',
  action: 'hall.edit',
  summary: 'Remove a hall in which no meeting was ever agreed or planned',
  params: inEdition.extend({ hall: id }),
  response: done,
});

const party = z.strictObject({
  teamId: id,
  firmId: id,
  firm: z.string(),
  team: z.string(),
  people: z.array(
    z.strictObject({
      delegateId: id,
      name: z.string(),
      office: z.string(),
      /** Only after both sides agreed, and only to the other side. */
      mail: z.string().nullable(),
    }),
  ),
});

export const dayMessage = z.strictObject({
  id,
  at: instant,
  by: z.string(),
  /** The principal, where an aide sent it for somebody. */
  principal: z.string().nullable(),
  side: z.enum(['from', 'to', 'help-desk']),
  code: z.enum(['minutes-late', 'on-my-way', 'at-the-table', 'cannot-find', 'help']),
  minutes: z.int().nullable(),
});

/** An entry of the Common Military List (`ML1` to `ML22`) or a dual-use category (`DU0` to `DU9`), or finer: `DU6A003`. */
export const controlEntry = z
  .string()
  .regex(
    /^(ML([1-9]|1\d|2[0-2])|DU\d)([A-Za-z.][A-Za-z0-9.]{0,11})?$/,
    'an entry of ML1 to ML22 or DU0 to DU9, such as ML5 or DU6A003',
  );

const side = z.enum(meetingParties);

/** How a listed topic stands under export control. */
export const topicControl = z.strictObject({
  entries: z.array(controlEntry),
  /** `free` needs nothing, `released` has it, `waiting` lacks it, `forbidden` cannot get it here. */
  state: z.enum(['free', 'released', 'waiting', 'forbidden']),
  waitingFor: z.array(side),
  /** Sides that have not said yet who comes, or whose people's nationality is not known: nothing can be released before. */
  unnamed: z.array(side),
  /** The rule of the host's law that decided. */
  rule: z
    .strictObject({
      id: z.string(),
      act: z.string(),
      article: z.string(),
      says: z.string(),
      verified: z.boolean(),
    })
    .nullable(),
  /** Who may release for the reader's own side; the help desk sees those of both. */
  officers: z.array(z.strictObject({ delegateId: id, name: z.string(), side })),
  /** Every release there was, with when it lapsed; the other side's without a name. */
  log: z.array(
    z.strictObject({ side, by: z.string().nullable(), at: instant, lapsedAt: instant.nullable() }),
  ),
  /** Releases that a second person has not confirmed; the other side's without the officer. */
  seconds: z.array(
    z.strictObject({
      side,
      officerId: id.nullable(),
      /** The officer moved the meeting or is alone, so that the release counts only then. */
      needed: z.boolean(),
      /** Nobody else speaks for the firm, so that an organiser confirms. */
      byHost: z.boolean(),
    }),
  ),
});
export type TopicControl = z.infer<typeof topicControl>;

/** A meeting as one of its parties sees it. */
export const meeting = z.strictObject({
  id,
  version,
  state: z.enum(meetingStates),
  /** On which side the reader is; `help-desk` for the secretariat. */
  side: z.enum(['from', 'to', 'help-desk']),
  /** Whose answer is awaited, while it is requested. */
  turn: z.enum(['from', 'to']).nullable(),
  /** What somebody typed, or the English title of what a plan made it about. */
  topic: z.string(),
  /** The Korean title beside it; null for what somebody typed. */
  topicKo: z.string().nullable(),
  message: z.string(),
  from: party,
  to: party,
  /** Starts that were suggested last. */
  suggested: z.array(instant),
  start: instant.nullable(),
  end: instant.nullable(),
  table: z.strictObject({ id, label: z.string(), hall: z.string(), hallId: id }).nullable(),
  /** Why it ended without a step of either side; null else. */
  endedBy: z.enum(meetingEnds).nullable(),
  /** Why an agreed meeting needs a new place, which the host settles; null while it has one. */
  placeLost: z.enum(misfits).nullable(),
  /** Since when it is agreed, or was, as far as that is known; null before. */
  agreedAt: instant.nullable(),
  /** When it was last moved, and from where; null when it never was. The table is null when it is there no more. */
  moved: z.strictObject({ at: instant, fromStart: instant, fromTable: z.string().nullable() }).nullable(),
  /** Who interprets, by the languages they speak. */
  interpreter: z.strictObject({ id, name: z.string(), languages: z.array(z.string()) }).nullable(),
  expiresAt: instant.nullable(),
  dayMessages: z.array(dayMessage),
  helpCalled: z.boolean(),
  /** A published plan gave the two firms a meeting, so that this request needs no answer. */
  closedByPlan: z.boolean(),
  /** Null when the topic touches no list. */
  control: topicControl.nullable(),
  updatedAt: instant,
});
export type Meeting = z.infer<typeof meeting>;

/** A time that somebody else would need to give up, or the hall does not offer; never says what others do. */
export const obstacle = z.strictObject({
  code: z.enum(['person-busy', 'table-busy', 'hall-closed', 'not-available', 'in-the-past']),
  who: z.string().nullable(),
  start: instant,
  end: instant,
});

export const listMeetings = route({
  method: 'GET',
  path: '/editions/:edition/meetings',
  action: 'meeting.read',
  summary: 'My team’s meetings and requests, in and out',
  params: inEdition,
  response: z.strictObject({ meetings: z.array(meeting), openRequests: z.int(), openLimit: z.int(), heads }),
});

export const inMeeting = inEdition.extend({ meeting: id });

export const readMeeting = route({
  method: 'GET',
  path: '/editions/:edition/meetings/:meeting',
  action: 'meeting.read',
  summary: 'One meeting of mine',
  params: inMeeting,
  response: meeting,
});

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

/** Every meeting of the edition, for the secretariat. */
export const listAllMeetings = route({
  method: 'GET',
  path: '/editions/:edition/all-meetings',
  action: 'meeting.override',
  summary: 'Every meeting of the edition, with the calls for help first',
  params: inEdition,
  query: z.strictObject({
    ...paging,
    search: line(100).optional(),
    state: z.enum(meetingStates).optional(),
    helpOnly: flag.default(false),
    /** Only agreed ones that need a new place. */
    withoutPlace: flag.default(false),
  }),
  response: z.strictObject({
    total: z.int(),
    counts: z.record(z.string(), z.int()),
    /** Agreed ones that need a new place, whatever else is filtered by. */
    withoutPlace: z.int(),
    rows: z.array(meeting),
    heads,
  }),
});

export const setAvailability = route({
  method: 'PUT',
  path: '/editions/:edition/availability',
  action: 'agenda.own',
  summary: 'When I can be met; no time means never, null whenever a hall is open',
  params: inEdition,
  body: z.strictObject({ available: z.array(interval).max(60).nullable() }),
  response: done,
});

export const readAvailability = route({
  method: 'GET',
  path: '/editions/:edition/availability',
  action: 'agenda.own',
  summary: 'When I can be met; no time means never, null whenever a hall is open',
  params: inEdition,
  response: z.strictObject({
    available: z.array(interval).nullable(),
    /** The mornings and afternoons in which a hall is open, and whether I can be met in some of it. */
    halves: z.array(interval.extend({ available: z.boolean() })),
  }),
});
export type Availability = RouteOutput<typeof readAvailability>;
