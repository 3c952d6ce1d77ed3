import type { CoreState } from './core-state.ts';
import { has, highBit, lowBit, nthSlot, popcount } from './masks.ts';
import type { Random } from './random.ts';

const longest = 600;

/**
 * One change of a plan that clashes with nothing: meetings that swap two slots along a path of shared firms (a Kempe
 * chain), cut short by a third slot where a meeting may not follow. Two slots form paths and even rings, because a firm
 * has at most one meeting in each; inside a path every firm stays busy in both, so only the ends change their agenda.
 */
export class Chain {
  private readonly state: CoreState;
  private readonly random: Random;
  /** The meetings that change, and the slot that each goes to. */
  readonly meetings = new Int32Array(4 * longest);
  readonly targets = new Int32Array(4 * longest);
  length = 0;
  /** The firms whose agenda changes, with the new one. */
  readonly firms = new Int32Array(32);
  readonly low = new Int32Array(32);
  readonly high = new Int32Array(32);
  readonly packed = new Int32Array(32);
  firmCount = 0;
  private readonly loadChange: Int32Array;
  private readonly touched = new Int32Array(16);
  private touchedCount = 0;
  private cut = -1;
  private cutFar = -1;

  constructor(state: CoreState, random: Random) {
    this.state = state;
    this.random = random;
    this.loadChange = new Int32Array(state.model.slots);
  }

  /** Starts an empty change. */
  clear(): void {
    this.length = 0;
    this.firmCount = 0;
    for (let i = 0; i < this.touchedCount; i += 1) this.loadChange[this.touched[i]!] = 0;
    this.touchedCount = 0;
  }

  /** Whether moving a meeting to a slot, with all that follows, is possible; balances the tables when it must. */
  propose(meeting: number, target: number): boolean {
    this.clear();
    const source = this.state.slotOf[meeting]!;
    if (!this.walk(meeting, source, target)) return false;
    return this.fits() || this.balance();
  }

  private walk(meeting: number, source: number, target: number): boolean {
    const { a, b, domainLow, domainHigh } = this.state.model;
    if (!has(domainLow[meeting]!, domainHigh[meeting]!, target)) return false;
    this.cut = -1;
    this.cutFar = -1;
    this.push(meeting, target);
    this.shift(source, -1);
    this.shift(target, 1);
    const closed = this.follow(a[meeting]!, meeting, source, target);
    if (closed === 1) return true;
    if (closed < 0) return false;
    return this.follow(b[meeting]!, meeting, source, target) >= 0;
  }

  /** Follows the path from a firm: 0 when it ends, 1 when it closes to a ring, -1 when it cannot be followed. */
  private follow(from: number, start: number, source: number, target: number): number {
    const { slots, a, b, domainLow, domainHigh } = this.state.model;
    const { at } = this.state;
    let firm = from;
    let old = source;
    let next = target;
    for (;;) {
      const other = at[firm * slots + next]!;
      if (other < 0) return this.change(firm, old, next) ? 0 : -1;
      if (other === start) return 1;
      if (other === this.cut) return this.closeAtCut(firm, old);
      if (this.length >= longest) return -1;
      const far = a[other]! === firm ? b[other]! : a[other]!;
      if (!has(domainLow[other]!, domainHigh[other]!, old)) return this.cutShort(other, firm, far, old, next);
      this.push(other, old);
      this.shift(next, -1);
      this.shift(old, 1);
      firm = far;
      const swap = old;
      old = next;
      next = swap;
    }
  }

  /** Sends a meeting that cannot follow to a third slot, where both its firms are free. */
  private cutShort(meeting: number, near: number, far: number, old: number, next: number): number {
    const { busyLow, busyHigh, model } = this.state;
    const low = model.domainLow[meeting]! & ~(busyLow[near]! | busyLow[far]!);
    const high = model.domainHigh[meeting]! & ~(busyHigh[near]! | busyHigh[far]!);
    const choices = popcount(low) + popcount(high);
    if (choices === 0) return -1;
    const third = nthSlot(low, high, this.random.below(choices));
    this.push(meeting, third);
    this.shift(next, -1);
    this.shift(third, 1);
    if (!this.change(near, old, third) || !this.change(far, next, third)) return -1;
    this.cut = meeting;
    this.cutFar = far;
    return 0;
  }

  /** The other end of the path has come round to the meeting that was sent to a third slot. */
  private closeAtCut(firm: number, old: number): number {
    if (firm !== this.cutFar) return -1;
    // Its slot was given up for the third one, but the path now takes it again and gives up the other.
    const next = this.state.slotOf[this.cut]!;
    return this.change(firm, old, next) ? 0 : -1;
  }

  private push(meeting: number, target: number): void {
    this.meetings[this.length] = meeting;
    this.targets[this.length] = target;
    this.length += 1;
  }

  private shift(slot: number, by: number): void {
    this.loadChange[slot] = this.loadChange[slot]! + by;
    for (let i = 0; i < this.touchedCount; i += 1) if (this.touched[i] === slot) return;
    this.touched[this.touchedCount] = slot;
    this.touchedCount += 1;
  }

  /** Notes that a firm gives up one slot and takes another; false when it holds a meeting there already. */
  private change(firm: number, lost: number, gained: number): boolean {
    let n = 0;
    while (n < this.firmCount && this.firms[n] !== firm) n += 1;
    if (n === this.firmCount) {
      if (n >= 32) return false;
      this.firms[n] = firm;
      this.low[n] = this.state.busyLow[firm]!;
      this.high[n] = this.state.busyHigh[firm]!;
      this.firmCount += 1;
    }
    const low = this.low[n]! & ~lowBit(lost);
    const high = this.high[n]! & ~highBit(lost);
    if (has(low, high, gained)) return false;
    this.low[n] = low | lowBit(gained);
    this.high[n] = high | highBit(gained);
    return true;
  }

  private fits(): boolean {
    const { load, model } = this.state;
    for (let i = 0; i < this.touchedCount; i += 1) {
      const slot = this.touched[i]!;
      const change = this.loadChange[slot]!;
      if (change > 0 && load[slot]! + change > model.tables[slot]!) return false;
    }
    return true;
  }

  /** Adds a second path of the opposite balance between the same two slots, so that no slot needs another table. */
  private balance(): boolean {
    const { load, model, members, slotOf } = this.state;
    const first = this.length;
    const full = this.fullSlot();
    let from = -1;
    for (let i = 0; i < this.touchedCount; i += 1) {
      const slot = this.touched[i]!;
      if (this.loadChange[slot]! < 0) from = slot;
    }
    if (full < 0 || from < 0) return false;
    for (let attempt = 0; attempt < 4; attempt += 1) {
      const other = members[full * model.meetings + this.random.below(load[full]!)]!;
      let isPart = false;
      for (let i = 0; i < first; i += 1) if (this.meetings[i] === other) isPart = true;
      if (isPart) continue;
      const before = this.remember();
      if (this.walk(other, slotOf[other]!, from) && this.fits() && this.isSimple(first)) return true;
      this.recall(before, first);
    }
    return false;
  }

  private fullSlot(): number {
    const { load, model } = this.state;
    for (let i = 0; i < this.touchedCount; i += 1) {
      const slot = this.touched[i]!;
      const change = this.loadChange[slot]!;
      if (change > 0 && load[slot]! + change > model.tables[slot]!) return slot;
    }
    return -1;
  }

  private readonly keptFirms = new Int32Array(32);
  private readonly keptLow = new Int32Array(32);
  private readonly keptHigh = new Int32Array(32);
  private readonly keptLoad = new Int32Array(16);

  private remember(): number {
    for (let n = 0; n < this.firmCount; n += 1) {
      this.keptFirms[n] = this.firms[n]!;
      this.keptLow[n] = this.low[n]!;
      this.keptHigh[n] = this.high[n]!;
    }
    for (let i = 0; i < this.touchedCount; i += 1) this.keptLoad[i] = this.loadChange[this.touched[i]!]!;
    return this.firmCount * 16 + this.touchedCount;
  }

  private recall(before: number, length: number): void {
    this.length = length;
    this.firmCount = before >> 4;
    for (let n = 0; n < this.firmCount; n += 1) {
      this.firms[n] = this.keptFirms[n]!;
      this.low[n] = this.keptLow[n]!;
      this.high[n] = this.keptHigh[n]!;
    }
    for (let i = 0; i < this.touchedCount; i += 1) this.loadChange[this.touched[i]!] = 0;
    this.touchedCount = before & 15;
    for (let i = 0; i < this.touchedCount; i += 1) this.loadChange[this.touched[i]!] = this.keptLoad[i]!;
  }

  /** Whether no meeting is moved twice: cut paths may have met the first one. */
  private isSimple(first: number): boolean {
    for (let i = first; i < this.length; i += 1) {
      for (let j = 0; j < first; j += 1) if (this.meetings[i] === this.meetings[j]) return false;
    }
    return true;
  }

  /** What the agendas cost more afterwards. */
  cost(): number {
    const { state } = this;
    let more = 0;
    for (let n = 0; n < this.firmCount; n += 1) {
      const packed = state.pack(this.low[n]!, this.high[n]!);
      this.packed[n] = packed;
      const before = state.agenda[this.firms[n]!]!;
      if (packed !== before) more += state.costOf(packed) - state.costOf(before);
    }
    return more;
  }

  /** Makes the change. */
  apply(): void {
    const { state } = this;
    for (let i = 0; i < this.length; i += 1) state.quit(this.meetings[i]!);
    for (let i = 0; i < this.length; i += 1) state.join(this.meetings[i]!, this.targets[i]!);
    for (let n = 0; n < this.firmCount; n += 1) {
      state.setAgenda(this.firms[n]!, this.low[n]!, this.high[n]!, this.packed[n]!);
    }
  }
}
