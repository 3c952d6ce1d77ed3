import type { Touched, TouchedMeeting } from '@forum/contract/losses/touched';
import { createHash } from 'node:crypto';

const mostShown = 500;

/** A meeting that a loss would touch, with who is counted; two people may have one name. */
export type FoundMeeting = TouchedMeeting & { personIds: string[] };

/** What a loss would touch, as a screen names it before it is confirmed. */
export function touchedOf(meetings: readonly FoundMeeting[]): Touched {
  return {
    meetings: meetings.slice(0, mostShown).map(({ personIds: _, ...shown }) => shown),
    total: meetings.length,
    people: new Set(meetings.flatMap(({ personIds }) => personIds)).size,
  };
}

/** The same, with a print that is another one as soon as other meetings would be touched than were shown. */
export function withTouched(
  print: string,
  meetings: readonly FoundMeeting[],
): { touched: Touched; print: string } {
  if (meetings.length === 0) return { touched: touchedOf([]), print };
  const told = [print, ...meetings.map(({ id, state }) => `${id}:${state}`)];
  return {
    touched: touchedOf(meetings),
    print: createHash('sha256').update(told.join()).digest('base64url'),
  };
}
