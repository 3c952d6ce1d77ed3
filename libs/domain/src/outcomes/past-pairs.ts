import { type PastPair } from '../matchmaking/matching/past.ts';
import { meetingParties } from '../meetings/meeting-state.ts';
import { isUnderWay, outcomesOf, type LedgerEvent } from './ledger.ts';
import { type MeetingResult } from './meeting-report.ts';

/** A meeting of an earlier edition, by its parties and what came of it. */
export interface PastMeeting {
  readonly from: string;
  readonly to: string;
  readonly result: MeetingResult;
}

/**
 * What matching needs to know of the past: each pair that had a meeting or has an outcome, once. Only what both sides
 * said counts as a no-show, so that nobody loses points by the other's word alone.
 */
export function pastPairs(
  meetings: readonly PastMeeting[],
  log: readonly LedgerEvent[],
  now: string,
): PastPair[] {
  const pairs = new Map<string, PastMeeting[]>();
  const add = (from: string, to: string, ...some: PastMeeting[]) => {
    const key = JSON.stringify([from, to].sort());
    pairs.set(key, [...(pairs.get(key) ?? []), ...some]);
  };
  for (const meeting of meetings) add(meeting.from, meeting.to, meeting);
  for (const { firms, state } of outcomesOf(log)) if (state === 'confirmed') add(...firms);
  return [...pairs].map(([key, met]) => {
    const firms = JSON.parse(key) as [string, string];
    return {
      firms,
      met: met.some(({ result }) => result.result === 'held'),
      underWay: isUnderWay(log, firms, now),
      absent: firms.filter((firm) => met.some((meeting) => missedBy(meeting).includes(firm))),
    };
  });
}

const missedBy = (meeting: PastMeeting): string[] =>
  meeting.result.confirmed
    ? meetingParties.filter((side) => meeting.result.absent.includes(side)).map((side) => meeting[side])
    : [];
