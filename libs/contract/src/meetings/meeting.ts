import { misfits } from '@forum/domain/meetings/halls/misfit';
import { meetingEnds, meetingStates } from '@forum/domain/meetings/meeting-state';
import { z } from 'zod';
import { inEdition } from '../editions/in-edition.ts';
import { id, instant, version } from '../scalars.ts';
import { topicControl } from './topic-control.ts';

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

export const inMeeting = inEdition.extend({ meeting: id });
