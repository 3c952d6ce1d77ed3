import { addMinutes, isBefore } from '../time/instant.ts';

/**
 * How urgent a mail is: a code that somebody waits for at a screen, what concerns the next hours or somebody's account,
 * and the rest.
 */
export const urgencies = ['code', 'soon', 'bulk'] as const;

/** How urgent a mail is. */
export type Urgency = (typeof urgencies)[number];

/** How many hours before it begins a thing is urgent. */
const soonHours = 12;

/** The urgency of news about what begins at an instant, or has no time yet: soon from twelve hours before. */
export function urgencyOfNews(start: string | null, now: string): Urgency {
  return start !== null && isBefore(start, addMinutes(now, soonHours * 60)) ? 'soon' : 'bulk';
}
