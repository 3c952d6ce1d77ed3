import { DomainError } from '../errors.ts';
import { type MeetingParty, meetingParties } from '../meetings/meeting-state.ts';
import { isBefore } from '../time/instant.ts';

/** What a side says of a meeting. */
export const meetingViews = ['held', 'other-absent', 'we-were-absent'] as const;

/** What a side says of a meeting. */
export type MeetingView = (typeof meetingViews)[number];

/** Something a side means to do, with its day (ISO 8601). Private to the side. */
export interface FollowUp {
  readonly what: string;
  readonly due: string;
}

/** A side's report after a meeting. Rating and follow-ups are for its own side and for totals, never for the other. */
export interface MeetingReport {
  readonly side: MeetingParty;
  readonly view: MeetingView;
  /** 1 to 5; null for none. */
  readonly rating: number | null;
  readonly followUps: readonly FollowUp[];
}

/** What came of a meeting by both views. */
export interface MeetingResult {
  readonly result: 'unreported' | 'held' | 'no-show' | 'disputed';
  /** The sides that did not come; empty unless it is a no-show. */
  readonly absent: readonly MeetingParty[];
  /** Whether both sides have said so. */
  readonly confirmed: boolean;
}

/**
 * The reports of a meeting with one more, in place of an earlier one of the same side.
 *
 * @throws DomainError `outcome.too_early` before the meeting has begun; `request.invalid` for a rating other than 1 to 5
 */
export function reportMeeting(
  reports: readonly MeetingReport[],
  report: MeetingReport,
  { startsAt, now }: { readonly startsAt: string; readonly now: string },
): MeetingReport[] {
  if (isBefore(now, startsAt)) {
    throw new DomainError(
      'outcome.too_early',
      { startsAt, now },
      `The meeting begins at ${startsAt}; report it afterwards.`,
    );
  }
  const { rating } = report;
  if (rating !== null && ![1, 2, 3, 4, 5].includes(rating)) {
    throw new DomainError(
      'request.invalid',
      { field: 'rating', value: rating },
      `Rating is ${rating}; give 1 to 5.`,
    );
  }
  return [...reports.filter(({ side }) => side !== report.side), report];
}

/**
 * What came of a meeting. One view alone counts, unconfirmed; two that cannot both be true are a dispute, which the
 * secretariat settles: nobody becomes a no-show against their word.
 */
export function resultOf(reports: readonly MeetingReport[]): MeetingResult {
  const views = meetingParties.map((side) => reports.find((report) => report.side === side)?.view ?? null);
  const said = views.filter((view) => view !== null);
  const confirmed = said.length === 2;
  if (said.length === 0) return { result: 'unreported', absent: [], confirmed };
  if (said.every((view) => view === 'held')) return { result: 'held', absent: [], confirmed };
  const claims = views.map((_, at) => claimOf(views, at));
  const disputed = said.includes('held') || (said.every((view) => view === 'other-absent') && confirmed);
  if (disputed) return { result: 'disputed', absent: [], confirmed };
  return { result: 'no-show', absent: meetingParties.filter((_, at) => claims[at]), confirmed };
}

/** Whether a side did not come, by its own word or the other's. */
const claimOf = (views: readonly (MeetingView | null)[], at: number) =>
  views[at] === 'we-were-absent' || views[1 - at] === 'other-absent';
