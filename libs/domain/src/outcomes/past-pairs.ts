import type { PastPair } from '../matchmaking/matching/past.ts';
import { meetingParties } from '../meetings/meeting-state.ts';
import { outcomesOf, standingOf, type LedgerEvent, type Outcome } from './ledger.ts';
import type { MeetingResult } from './meeting-report.ts';

/** A meeting of an earlier edition that was agreed and is over, by its parties and what came of it. */
export interface PastMeeting {
  readonly from: string;
  readonly to: string;
  readonly result: MeetingResult;
}

/**
 * What matching needs to know of the past: each pair that had a meeting or has an outcome, once. Meetings count as held
 * unless a report says otherwise. Only what both sides said counts as a no-show, so that nobody loses points by the
 * other's word alone; the same holds for outcomes. Give it the log without confidential outcomes wherever others than
 * the two firms learn from the answer.
 */
export function pastPairs(
  meetings: readonly PastMeeting[],
  log: readonly LedgerEvent[],
  now: string,
): PastPair[] {
  const pairs = new Map<string, { meetings: PastMeeting[]; outcomes: Outcome[] }>();
  const of = (...firms: readonly [string, string]) => {
    const key = JSON.stringify([...firms].sort());
    const known = pairs.get(key) ?? { meetings: [], outcomes: [] };
    pairs.set(key, known);
    return known;
  };
  for (const meeting of meetings) of(meeting.from, meeting.to).meetings.push(meeting);
  for (const outcome of outcomesOf(log)) {
    if (outcome.state === 'confirmed') of(...outcome.firms).outcomes.push(outcome);
  }
  return [...pairs].map(([key, both]) => {
    const firms = JSON.parse(key) as [string, string];
    return {
      firms,
      met: both.meetings.some(({ result: { result } }) => result === 'held' || result === 'unreported'),
      ...standingOf(both.outcomes, now),
      absent: firms.filter((firm) => both.meetings.some((meeting) => missedBy(meeting).includes(firm))),
    };
  });
}

const missedBy = (meeting: PastMeeting): string[] =>
  meeting.result.confirmed
    ? meetingParties.filter((side) => meeting.result.absent.includes(side)).map((side) => meeting[side])
    : [];
