import type { CoreModel } from '../model/core-model.ts';
import { highBit, laterHigh, laterLow, lowBit, popcount } from './masks.ts';

const { clz32, max } = Math;

/** What an idle slot costs, in breaks, while searching: it ranks plans of equal breaks and leads towards fewer. */
export const idleCost = 0.06;
/** What each break beyond the fairness limit costs on top. */
const unfairCost = 2;

/** Breaks and idle slots in one number, so that a firm's agenda is one word: breaks × 1024 + idle. */
export const breaksOf = (packed: number): number => packed >> 10;
export const idleOf = (packed: number): number => packed & 1023;

/** A plan while it is being searched: who sits where, and what it costs, kept up to date by `place` and `remove`. */
export class CoreState {
  readonly model: CoreModel;
  readonly slotOf: Int32Array;
  /** The meeting of a firm in a slot, at `firm * slots + slot`; -1 for none. */
  readonly at: Int32Array;
  readonly busyLow: Int32Array;
  readonly busyHigh: Int32Array;
  /** Breaks and idle slots per firm, packed. */
  readonly agenda: Int32Array;
  readonly load: Int32Array;
  /** Meetings per slot, at `slot * meetings + n`, and where each stands there. */
  readonly members: Int32Array;
  readonly position: Int32Array;
  /** Meetings left out. */
  readonly out: number[] = [];
  private readonly outAt: Int32Array;
  /** Firms with breaks. */
  readonly broken: Int32Array;
  brokenCount = 0;
  private readonly brokenAt: Int32Array;
  breaks = 0;
  idle = 0;
  unfair = 0;
  readonly breakCost: Float64Array;

  constructor(model: CoreModel) {
    this.model = model;
    const { firms, meetings, slots } = model;
    this.slotOf = new Int32Array(meetings).fill(-1);
    this.at = new Int32Array(firms * slots).fill(-1);
    this.busyLow = new Int32Array(firms);
    this.busyHigh = new Int32Array(firms);
    this.agenda = new Int32Array(firms);
    this.load = new Int32Array(slots);
    this.members = new Int32Array(slots * meetings);
    this.position = new Int32Array(meetings);
    this.outAt = new Int32Array(meetings);
    this.broken = new Int32Array(firms);
    this.brokenAt = new Int32Array(firms).fill(-1);
    this.breakCost = Float64Array.from(
      { length: slots + 1 },
      (_, breaks) => breaks + unfairCost * max(0, breaks - model.fairness),
    );
    for (let meeting = 0; meeting < meetings; meeting += 1) this.leaveOut(meeting);
  }

  /** Breaks and idle slots of an agenda, packed. */
  pack(low: number, high: number): number {
    const { dayStartLow, dayStartHigh, dayLow, dayHigh } = this.model;
    const runs =
      popcount(low & ~(laterLow(low) & ~dayStartLow)) +
      popcount(high & ~(laterHigh(low, high) & ~dayStartHigh));
    if (runs === 0) return 0;
    if (dayLow.length === 1) {
      if (runs === 1) return 0;
      return ((runs - 1) << 10) | idleBetween(low, high);
    }
    let active = 0;
    let idle = 0;
    for (let day = 0; day < dayLow.length; day += 1) {
      const inLow = low & dayLow[day]!;
      const inHigh = high & dayHigh[day]!;
      if ((inLow | inHigh) === 0) continue;
      active += 1;
      idle += idleBetween(inLow, inHigh);
    }
    return ((runs - active) << 10) | idle;
  }

  /** What an agenda costs, in breaks. */
  costOf(packed: number): number {
    return this.breakCost[packed >> 10]! + idleCost * (packed & 1023);
  }

  /** Gives a firm another agenda. */
  setAgenda(firm: number, low: number, high: number, packed: number): void {
    const before = this.agenda[firm]!;
    this.busyLow[firm] = low;
    this.busyHigh[firm] = high;
    if (before === packed) return;
    this.agenda[firm] = packed;
    const breaks = packed >> 10;
    const breaksBefore = before >> 10;
    this.idle += (packed & 1023) - (before & 1023);
    if (breaks === breaksBefore) return;
    this.breaks += breaks - breaksBefore;
    const limit = this.model.fairness;
    this.unfair += max(0, breaks - limit) - max(0, breaksBefore - limit);
    if (breaks > 0 && breaksBefore === 0) {
      this.brokenAt[firm] = this.brokenCount;
      this.broken[this.brokenCount] = firm;
      this.brokenCount += 1;
    } else if (breaks === 0) {
      const hole = this.brokenAt[firm]!;
      this.brokenCount -= 1;
      const last = this.broken[this.brokenCount]!;
      this.broken[hole] = last;
      this.brokenAt[last] = hole;
      this.brokenAt[firm] = -1;
    }
  }

  /** Sets a meeting into the members of a slot. */
  join(meeting: number, slot: number): void {
    const { slots, meetings, a, b } = this.model;
    this.slotOf[meeting] = slot;
    this.at[a[meeting]! * slots + slot] = meeting;
    this.at[b[meeting]! * slots + slot] = meeting;
    const n = this.load[slot]!;
    this.members[slot * meetings + n] = meeting;
    this.position[meeting] = n;
    this.load[slot] = n + 1;
  }

  /** Takes a meeting from the members of its slot. */
  quit(meeting: number): void {
    const { slots, meetings, a, b } = this.model;
    const slot = this.slotOf[meeting]!;
    this.at[a[meeting]! * slots + slot] = -1;
    this.at[b[meeting]! * slots + slot] = -1;
    const n = this.load[slot]! - 1;
    const last = this.members[slot * meetings + n]!;
    const hole = this.position[meeting]!;
    this.members[slot * meetings + hole] = last;
    this.position[last] = hole;
    this.load[slot] = n;
  }

  /** Places a meeting that was left out in a slot where both firms are free. */
  place(meeting: number, slot: number): void {
    const { a, b } = this.model;
    const hole = this.outAt[meeting]!;
    const last = this.out.pop()!;
    if (last !== meeting) {
      this.out[hole] = last;
      this.outAt[last] = hole;
    }
    this.join(meeting, slot);
    for (const firm of [a[meeting]!, b[meeting]!]) {
      const low = this.busyLow[firm]! | lowBit(slot);
      const high = this.busyHigh[firm]! | highBit(slot);
      this.setAgenda(firm, low, high, this.pack(low, high));
    }
  }

  /** Leaves out a meeting that was placed. */
  remove(meeting: number): void {
    const { a, b } = this.model;
    const slot = this.slotOf[meeting]!;
    this.quit(meeting);
    for (const firm of [a[meeting]!, b[meeting]!]) {
      const low = this.busyLow[firm]! & ~lowBit(slot);
      const high = this.busyHigh[firm]! & ~highBit(slot);
      this.setAgenda(firm, low, high, this.pack(low, high));
    }
    this.slotOf[meeting] = -1;
    this.leaveOut(meeting);
  }

  private leaveOut(meeting: number): void {
    this.outAt[meeting] = this.out.length;
    this.out.push(meeting);
  }
}

/** Free slots strictly between the first and the last busy one. */
function idleBetween(low: number, high: number): number {
  const first = low !== 0 ? 31 - clz32(low & -low) : 62 - clz32(high & -high);
  const last = high !== 0 ? 62 - clz32(high) : 31 - clz32(low);
  return last - first + 1 - popcount(low) - popcount(high);
}
