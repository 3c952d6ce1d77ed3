/** Some slots in a row, as `[from, to)`: a half day, a day, the hours before a plenary. */
export interface SlotRange {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** How many slots must lie free between two meetings of the same people at two zones. */
export interface Walk {
  readonly from: string;
  readonly to: string;
  readonly slots: number;
}

/** Interchangeable tables in one zone; a firm's own stand is a group of one with its host. */
export interface TableGroup {
  readonly id: string;
  readonly zone: string;
  /** How many meetings may take place there at once, one number a slot. */
  readonly count: readonly number[];
  /** The firm whose place this is; null when it is everybody's. */
  readonly host: string | null;
}

/** The people whom a firm sends to meetings together. */
export interface PlanTeam {
  readonly id: string;
  /** What they can talk about; empty means anything. */
  readonly capabilities: readonly string[];
  /** What they speak; empty means that language stands in nobody's way. */
  readonly languages: readonly string[];
  readonly forbidden: readonly number[];
  readonly mostInARow: number | null;
  /** Level of office for protocol, 1 the highest; null for firms. */
  readonly rank: number | null;
  /** How many people they are, for parity of size. */
  readonly size: number | null;
}

/** A firm or delegation with its teams. */
export interface PlanFirm {
  readonly id: string;
  /** The company it belongs to: two firms of one company do not meet. */
  readonly company: string;
  readonly forbidden: readonly number[];
  /** How many meetings it should have at least, if that many are wished. */
  readonly floor: number;
  /** Slots in which it would rather meet; empty means no preference. */
  readonly preferred: readonly number[];
  readonly teams: readonly PlanTeam[];
}

/** Somebody who interprets between the languages they speak. */
export interface Interpreter {
  readonly id: string;
  readonly languages: readonly string[];
  readonly forbidden: readonly number[];
  readonly mostInARow: number | null;
}

/** What protocol asks of a bilateral of officials: all of it hard. */
export interface Protocol {
  /** Greatest difference in level of office. */
  readonly rankDifference: number;
  /** Greatest difference in number of people; null when it does not matter. */
  readonly sizeDifference: number | null;
  /** The firm or delegation at whose place they meet; null for any table. */
  readonly host: string | null;
  /** Slots that stay free before and after for both teams: motorcade, press, the room's turn. */
  readonly buffer: number;
}

/** One meeting to be planned, between two firms. */
export interface PlanMeeting {
  readonly id: string;
  readonly firms: readonly [string, string];
  /** 1 the highest. */
  readonly priority: number;
  readonly optional: boolean;
  /** What holding it is worth when it is optional. */
  readonly weight: number;
  /** The session to which it is tied; null for any slot. */
  readonly within: string | null;
  /** The slot to which it is pinned; null for any slot. */
  readonly fixed: number | null;
  /** Meetings that must take place in an earlier slot. */
  readonly after: readonly string[];
  /** What the team of each side must be able to talk about; null when it does not matter. */
  readonly capability: string | null;
  /** The language it is held in; null for any that both sides or one interpreter share. */
  readonly language: string | null;
  /** Whether it is rather held without the interpreter it needs than left out, as one that people know of already. */
  readonly withoutInterpreter: boolean;
  /** Whether who interprets is settled already and no business of a plan; absent means no. */
  readonly isInterpreted?: boolean;
  /** Table groups where it may take place; null for all that are not a host's. */
  readonly tables: readonly string[] | null;
  readonly preferred: readonly number[];
  readonly protocol: Protocol | null;
}

/** What holds for everybody. */
export interface PlanRules {
  /** Greatest difference in breaks between two teams; null for no limit. */
  readonly fairness: number | null;
  readonly mostInARow: number | null;
  /** Whether firms of one company may meet. */
  readonly ownCompany: boolean;
  /** Whether the same two companies may meet more than once. */
  readonly again: boolean;
}

/** Everything that the planner knows: what must be planned, and within what. All slots count from 0. */
export interface PlanInstance {
  readonly name: string;
  readonly slots: number;
  /** Ranges across whose edges nobody waits; together they cover all slots. */
  readonly days: readonly SlotRange[];
  readonly sessions: readonly SlotRange[];
  readonly walks: readonly Walk[];
  readonly tables: readonly TableGroup[];
  readonly firms: readonly PlanFirm[];
  readonly interpreters: readonly Interpreter[];
  readonly meetings: readonly PlanMeeting[];
  readonly rules: PlanRules;
}

/** What an optional meeting is worth by its priority when the instance does not say: 9, 3, 1. */
export const weightOfPriority = (priority: number): number => 3 ** Math.max(0, 3 - priority);
