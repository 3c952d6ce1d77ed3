import type { CoreSearch } from './core-search.ts';
import { nthSlot, popcount } from './masks.ts';
import type { Random } from './random.ts';

/** Places meetings that are left out by making room for them, and takes it back when that costs too much. */
export class Insertion {
  private readonly search: CoreSearch;
  private readonly random: Random;
  private readonly undoMeeting: number[] = [];
  private readonly undoSlot: number[] = [];
  private readonly placeLater: number[] = [];
  private undoCount = 0;

  constructor(search: CoreSearch, random: Random) {
    this.search = search;
    this.random = random;
  }

  /** Tries to place a meeting that is left out, with whatever stands in its way moved or left out instead. */
  insert(temperature: number): void {
    const { search, random } = this;
    const { state, model } = search;
    const meeting = state.out[random.below(state.out.length)]!;
    const low = model.domainLow[meeting]!;
    const high = model.domainHigh[meeting]!;
    const choices = popcount(low) + popcount(high);
    if (choices === 0) return;
    const slot = nthSlot(low, high, random.below(choices));
    const before = search.searchCost();
    this.undoCount = 0;
    for (const firm of [model.a[meeting]!, model.b[meeting]!]) {
      const other = state.at[firm * model.slots + slot]!;
      if (other >= 0) this.evict(other);
    }
    if (state.load[slot]! >= model.tables[slot]!) {
      if (state.load[slot] === 0) return this.undo();
      this.evict(state.members[slot * model.meetings + random.below(state.load[slot]!)]!);
    }
    this.log(meeting, -1);
    search.place(meeting, slot);
    for (let i = 0, n = this.undoCount; i < n; i += 1) {
      const evicted = this.undoMeeting[i]!;
      if (state.slotOf[evicted]! < 0) search.settle(evicted);
    }
    const cost = search.searchCost() - before;
    if (cost > 0 && random.unit() >= Math.exp(-cost / Math.max(temperature, 1e-6))) this.undo();
    else if (cost < 0) search.keepBest();
  }

  private log(meeting: number, slot: number): void {
    this.undoMeeting[this.undoCount] = meeting;
    this.undoSlot[this.undoCount] = slot;
    this.undoCount += 1;
  }

  private evict(meeting: number): void {
    this.log(meeting, this.search.state.slotOf[meeting]!);
    this.search.remove(meeting);
  }

  private undo(): void {
    const { search } = this;
    while (this.undoCount > 0) {
      this.undoCount -= 1;
      const meeting = this.undoMeeting[this.undoCount]!;
      if (search.state.slotOf[meeting]! >= 0) search.remove(meeting);
      const slot = this.undoSlot[this.undoCount]!;
      if (slot >= 0) this.placeLater.push(meeting, slot);
    }
    while (this.placeLater.length > 0) {
      const slot = this.placeLater.pop()!;
      const meeting = this.placeLater.pop()!;
      if (search.state.slotOf[meeting]! < 0) search.place(meeting, slot);
    }
  }
}
