import { z } from 'zod';
import { aboutTopic, interpreter, someone, span, table } from './notice-kind.ts';

/** What is new of a meeting; `left` is told to somebody without whom it goes on. */
export const meetingNewsKinds = [
  'requested',
  'proposed',
  'reminder',
  'accepted',
  'declined',
  'withdrawn',
  'expired',
  'cancelled',
  'left',
  'moved',
  'people',
  'firm-gone',
  'nobody-left',
  'place-lost',
  'place-back',
  'move-proposed',
  'move-declined',
  'move-withdrawn',
  'move-expired',
  'move-reminder',
] as const;
export type MeetingNewsKind = (typeof meetingNewsKinds)[number];

/** News that asks the reader for an answer. */
export const questions: ReadonlySet<MeetingNewsKind> = new Set([
  'requested',
  'proposed',
  'reminder',
  'move-proposed',
  'move-reminder',
]);

/** A meeting as one side sees it at a step. */
export const meetingFacts = z.strictObject({
  news: z.enum(meetingNewsKinds),
  meetingId: z.string(),
  /** The firms: the reader's and the other. */
  own: z.string(),
  other: z.string(),
  ...aboutTopic,
  /** Who took the step; null when the forum did by itself. */
  by: z.enum(['own', 'other', 'host']).nullable(),
  /** Whose people can no longer come, where that is the news. */
  gone: z.enum(['own', 'other']).nullable(),
  /** What they wrote; empty for nothing. */
  message: z.string(),
  /** The times that are proposed, each with the instants at which it may end. */
  suggested: z.array(z.strictObject({ start: z.string(), ends: z.array(z.string()) })),
  answerBy: z.string().nullable(),
  /** When it takes place, or was to. */
  slot: span.nullable(),
  table,
  interpreter,
  ownPeople: z.array(someone),
  otherPeople: z.array(someone),
});
export type MeetingFacts = z.infer<typeof meetingFacts>;
