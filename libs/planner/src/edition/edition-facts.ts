import type { WishedMeeting } from '@forum/domain/matchmaking/wished-meetings';

/** A table of the hall; `free` says of each slot whether nobody sits there yet. */
export interface EditionTable {
  readonly id: string;
  readonly free: readonly boolean[];
}

/** A team as the plan sees it: slots in which none of its people can come, for whatever reason. */
export interface EditionTeam {
  readonly id: string;
  readonly busy: readonly number[];
  /** What they can talk about; absent or empty means anything. */
  readonly capabilities?: readonly string[];
  /** What they speak, as primary language tags; absent or empty means that language stands in nobody's way. */
  readonly languages?: readonly string[];
  /** Whether it comes to the meetings that it has already, and to no other; absent means to any. */
  readonly onlyStanding?: boolean;
}

/** Somebody who interprets; `busy` are slots in which they do not work, or something else has them. */
export interface EditionInterpreter {
  readonly id: string;
  /** Primary language tags, at least two. */
  readonly languages: readonly string[];
  readonly busy: readonly number[];
  readonly mostInARow: number | null;
}

/** A firm with at least one team. */
export interface EditionFirm {
  readonly id: string;
  /** How many of its most wished meetings weigh more than those of others; 0 for none. */
  readonly floor: number;
  /** Slots in which it would rather meet; absent or empty means no preference. */
  readonly preferred?: readonly number[];
  readonly teams: readonly EditionTeam[];
}

/** A meeting that wishes ask for, with what the two would talk about; absent or empty means anything. */
export interface EditionMeeting extends WishedMeeting {
  readonly topics?: readonly string[];
}

/** A pair of firms that meets in one slot and no other; `a` sorts before `b`. */
export interface EditionPin {
  readonly a: string;
  readonly b: string;
  readonly slot: number;
}

/** A meeting that stands already, and that a repair moves only if it must. */
export interface StandingMeeting {
  readonly id: string;
  readonly a: string;
  readonly b: string;
  /** Null for one that has lost its time, and is not `agreed` then. */
  readonly slot: number | null;
  /** The teams of `a` and `b` that meet. */
  readonly teams: readonly [string, string];
  /** Who interprets now; absent or null for nobody. */
  readonly interpreter?: string | null;
  /** Agreed by the firms themselves: it stays where it is. */
  readonly agreed: boolean;
  /** Whether it keeps its interpreter, or that it has none, whatever is planned; absent means no. */
  readonly isInterpreted?: boolean;
}

/** What a plan of a hall is made of. Slots count from 0 and are those still to come. */
export interface EditionFacts {
  readonly name: string;
  readonly slots: number;
  /** The first slot of each day; the first is 0. */
  readonly dayStarts: readonly number[];
  readonly tables: readonly EditionTable[];
  readonly firms: readonly EditionFirm[];
  /** Without one of these no new meeting of teams that share no language is held; absent or empty, all are held without. */
  readonly interpreters?: readonly EditionInterpreter[];
  readonly wished: readonly EditionMeeting[];
  readonly standing: readonly StandingMeeting[];
  readonly pins: readonly EditionPin[];
  readonly rules: {
    /** Greatest difference in breaks between two teams; null for no limit. */
    readonly fairness: number | null;
    readonly mostInARow: number | null;
    /** Whether meetings that both firms must have are mandatory, or only worth most. */
    readonly mustsAreMandatory: boolean;
  };
}
