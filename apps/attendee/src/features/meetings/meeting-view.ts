import type { Meeting } from '@forum/contract/meetings/meeting';

/** The other side, as the reader sees it. */
export const otherSide = (meeting: Meeting) => (meeting.side === 'to' ? meeting.from : meeting.to);

/** One's own side. */
export const ownSide = (meeting: Meeting) => (meeting.side === 'to' ? meeting.to : meeting.from);

/** Whether the reader's side must answer. */
export const needsMyAnswer = (meeting: Meeting): boolean =>
  meeting.turn !== null && meeting.turn === meeting.side;

/** Whether an agreed meeting has begun, so that something can be said of it. */
export const hasBegun = (meeting: Meeting, now: Date): boolean =>
  meeting.state === 'accepted' && meeting.start !== null && Date.parse(meeting.start) <= now.getTime();

/** Whether a listed topic still waits for the release of a side, so that nothing can be agreed. */
export const awaitsRelease = (meeting: Meeting): boolean =>
  meeting.control?.state === 'waiting' || meeting.control?.state === 'forbidden';

/** Whether an agreed meeting has ended. */
export const isOver = (meeting: Meeting, now: Date): boolean =>
  meeting.end !== null && Date.parse(meeting.end) <= now.getTime();

/** Whether an agreed meeting is near enough that people look for each other. */
export function isToday(meeting: Meeting, now: Date): boolean {
  const start = Date.parse(meeting.start ?? '');
  return meeting.state === 'accepted' && !isOver(meeting, now) && start - now.getTime() < 12 * 3_600_000;
}

/** Whether a meeting may still take place. */
export const isAhead = (meeting: Meeting, now: Date): boolean =>
  (meeting.state === 'requested' || meeting.state === 'accepted') && !isOver(meeting, now);
