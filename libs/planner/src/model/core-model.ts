/**
 * An instance of one team a firm and interchangeable tables, as the numbers that the search works on. Masks hold a
 * slot per bit, 31 in the low word and 31 in the high one. Costs are in breaks.
 */
export interface CoreModel {
  readonly slots: number;
  readonly firms: number;
  readonly meetings: number;
  /** The two firms of each meeting. */
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** The slots that each meeting may take. */
  readonly domainLow: Int32Array;
  readonly domainHigh: Int32Array;
  /** The slots that each firm has open. */
  readonly openLow: Int32Array;
  readonly openHigh: Int32Array;
  /** Tables per slot. */
  readonly tables: Int32Array;
  /** What leaving a meeting out costs: its weight when optional, more than any of those together when not. */
  readonly weight: Float64Array;
  readonly optional: Uint8Array;
  /** Pairs of which the first must take place in an earlier slot than the second. */
  readonly earlier: Int32Array;
  readonly later: Int32Array;
  /** What a slot costs a meeting, at `meeting * slots + slot`: preferences, and moves when repairing; null when nothing. */
  readonly unary: Float64Array | null;
  /** The slot of each meeting in the plan that is repaired; null when there is none. */
  readonly home: Int32Array | null;
  /** The first slots of the days, as a mask. */
  readonly dayStartLow: number;
  readonly dayStartHigh: number;
  /** The slots of each day. */
  readonly dayLow: Int32Array;
  readonly dayHigh: Int32Array;
  /** The most breaks that fairness allows anybody; `Infinity` for no limit. */
  readonly fairness: number;
}
