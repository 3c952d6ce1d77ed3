import { type Touched, type TouchedMeeting } from '@forum/contract/touched';
import { createHash } from 'node:crypto';

const mostShown = 500;

/** What a loss would touch, as a screen names it before it is confirmed. */
export function touchedOf(meetings: readonly TouchedMeeting[]): Touched {
  return {
    meetings: meetings.slice(0, mostShown),
    total: meetings.length,
    people: new Set(meetings.flatMap(({ people }) => people)).size,
  };
}

/** The same, with a print that is another one as soon as other meetings would be touched than were shown. */
export function withTouched(
  print: string,
  meetings: readonly TouchedMeeting[],
): { touched: Touched; print: string } {
  if (meetings.length === 0) return { touched: touchedOf([]), print };
  const told = [print, ...meetings.map(({ id, state }) => `${id}:${state}`)];
  return {
    touched: touchedOf(meetings),
    print: createHash('sha256').update(told.join()).digest('base64url'),
  };
}
