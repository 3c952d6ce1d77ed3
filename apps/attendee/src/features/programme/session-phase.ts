import type { Session } from '@forum/contract/programme/session';

/** Where a session stands in time. */
export type SessionPhase = 'past' | 'live' | 'soon' | 'later';

const soonMinutes = 30;

/** Where a session stands at a moment; `soon` within half an hour of its start. */
export function phaseOf({ start, end }: Pick<Session, 'start' | 'end'>, now: Date): SessionPhase {
  const at = now.getTime();
  if (Date.parse(end) <= at) return 'past';
  if (Date.parse(start) <= at) return 'live';
  return Date.parse(start) - at <= soonMinutes * 60_000 ? 'soon' : 'later';
}

/** In order of time, then of title, the same for everybody. */
export function inOrder(a: Session, b: Session): number {
  if (a.start !== b.start) return Date.parse(a.start) - Date.parse(b.start) || (a.id < b.id ? -1 : 1);
  if (a.title !== b.title) return a.title < b.title ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** Whether a session was moved or cancelled, as far as the programme still tells it. */
export const isChanged = (session: Session): boolean => session.was !== null || session.state === 'cancelled';
