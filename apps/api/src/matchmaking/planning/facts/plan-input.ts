import type { EditionFacts } from '@forum/planner/edition/edition-facts';
import type { Interval } from '@forum/domain/time/interval';

/** A meeting that stands at a time and a table when a run begins, or has lost them. */
export interface StandingAt {
  meetingId: string;
  /** Null when its time is no slot of the hall any more. */
  slot: number | null;
  table: string;
  teams: [from: string, to: string];
  /** Absent in runs from before there were interpreters. */
  interpreter?: string | null;
  /** When one that has no place was to begin; absent for all that have theirs. */
  lostAt?: string;
}

/** What a run was given, as it is kept with it. */
export interface PlanInput {
  /** A repair may move and end what stands; a plan only adds to it. */
  isRepair: boolean;
  facts: EditionFacts;
  /** The times behind the slot numbers. */
  slots: Interval[];
  tables: { id: string; label: string }[];
  firms: { id: string; name: string; small: boolean }[];
  /** On the list of the edition; absent in runs from before there were any. */
  interpreters?: { id: string; name: string }[];
  /** Where the meetings of the hall stand. */
  standing: StandingAt[];
  /** Meetings that the events end: they are cancelled when the repair is published. */
  ended: string[];
  /** Tables that the events close, from when to when. */
  closed: { tableId: string; from: string; until: string }[];
  /** Interpreters who fall out, from when to when. */
  away?: { interpreterId: string; from: string; until: string }[];
}
