import type { Topic } from '@forum/domain/meetings/topic';
import type { Interval } from '@forum/domain/time/interval';
import type { OpenRequest } from './requests-of-pairs.repository.ts';

/** Somebody who comes, by both of their names. */
export interface Representative {
  delegateId: string;
  personId: string;
}

/** What a planned meeting is about. */
export interface PlannedTopic extends Topic {
  topicKo: string;
  /** Entries of control lists that it touches: such a meeting waits for the release of both sides. */
  controlEntries: readonly string[];
}

/** A meeting that a plan makes. */
export interface MeetingToMake {
  fromTeamId: string;
  toTeamId: string;
  fromFirmId: string;
  toFirmId: string;
  topic: PlannedTopic;
  slot: Interval;
  tableId: string;
  interpreterId: string | null;
  from: readonly Representative[];
  to: readonly Representative[];
}

/** A meeting that stands, where a plan puts it, and who comes for each side then. */
export interface MeetingToMove {
  id: string;
  slot: Interval;
  tableId: string;
  interpreterId: string | null;
  from: readonly string[];
  to: readonly string[];
}

/** A meeting that stays where it is, and who interprets at it from now on. */
export interface MeetingToInterpret {
  id: string;
  interpreterId: string | null;
}

/** What a plan makes of the meetings of a hall. */
export interface PlannedMeetings {
  runId: string;
  requestedBy: string;
  now: string;
  make: readonly MeetingToMake[];
  move: readonly MeetingToMove[];
  cancel: readonly string[];
  interpret: readonly MeetingToInterpret[];
  /** Tables that nobody may have for a time. */
  close: readonly { tableId: string; during: Interval }[];
  /** Interpreters who do not work for a time. */
  away: readonly { interpreterId: string; from: string; until: string }[];
  /** Open requests of pairs that get a meeting: there is nothing to answer any more. */
  requests: readonly OpenRequest[];
}
