import type { CoreModel } from '../model/core-model.ts';
import { Chain } from './chain.ts';
import { CoreState, idleCost } from './core-state.ts';
import {
  earlierHigh,
  earlierLow,
  firstSlot,
  has,
  lastSlotOf,
  laterHigh,
  laterLow,
  nthSlot,
  popcount,
} from './masks.ts';
import { Insertion } from './insertion.ts';
import { Precedence } from './precedence.ts';
import type { Random } from './random.ts';

const { exp } = Math;

/** Searches the plans of one model by chains and ejections at a given temperature, and keeps the best it meets. */
export class CoreSearch {
  readonly model: CoreModel;
  readonly state: CoreState;
  readonly precedence: Precedence;
  private readonly chain: Chain;
  private readonly insertion: Insertion;
  private readonly random: Random;
  readonly best: Int32Array;
  bestRank = Infinity;
  bestBreaks = Infinity;
  /** What the best plan leaves out, in search cost, and how many rules it breaks. */
  bestOut = Infinity;
  bestFaults = Infinity;
  bestIdle = Infinity;
  private outWeight = 0;
  private unaryCost = 0;
  /** Whether every better plan is kept at once: while a large hall is hot, only now and then, because each copy takes time. */
  isEager = true;
  /** The share of the proposals that aim at firms with breaks. */
  aim = 0.4;
  /** The share of the others that move a whole run by one slot. */
  shift = 0.6;
  /** The share of the steps that try to place a meeting left out, if there is one. */
  private readonly insertShare: number;

  constructor(model: CoreModel, random: Random) {
    this.model = model;
    this.random = random;
    this.state = new CoreState(model);
    this.precedence = new Precedence(model, this.state.slotOf);
    this.chain = new Chain(this.state, random);
    this.insertion = new Insertion(this, random);
    this.best = new Int32Array(model.meetings).fill(-1);
    this.insertShare = model.optional.includes(1) ? 0.03 : 0.1;
    for (let m = 0; m < model.meetings; m += 1) this.outWeight += model.weight[m]!;
  }

  /** The present plan in one number that orders plans as the terms do. */
  rank(): number {
    const { breaks, idle, unfair } = this.state;
    return (
      (this.outWeight + 1000 * this.precedence.broken) * 1e3 +
      unfair * 30 +
      this.unaryCost * 1 +
      breaks +
      idle * 1e-4
    );
  }

  keepBest(): void {
    const rank = this.rank();
    if (rank < this.bestRank - 1e-7) {
      this.bestRank = rank;
      this.bestBreaks = this.state.breaks;
      this.bestIdle = this.state.idle;
      this.bestOut = this.outWeight;
      this.bestFaults = this.precedence.broken + this.state.unfair;
      this.best.set(this.state.slotOf);
    }
  }

  /** Goes back to the best plan. */
  restoreBest(): void {
    this.restore(this.best);
  }

  /** Makes the present plan another one. */
  restore(slotOf: Int32Array): void {
    const { state, model } = this;
    for (let m = 0; m < model.meetings; m += 1) {
      if (state.slotOf[m]! >= 0 && state.slotOf[m] !== slotOf[m]) this.remove(m);
    }
    for (let m = 0; m < model.meetings; m += 1) {
      if (state.slotOf[m]! < 0 && slotOf[m]! >= 0) this.place(m, slotOf[m]!);
    }
    this.precedence.recount();
  }

  place(meeting: number, slot: number): void {
    this.state.place(meeting, slot);
    this.outWeight -= this.model.weight[meeting]!;
    if (this.model.unary) this.unaryCost += this.model.unary[meeting * this.model.slots + slot]!;
    if (this.precedence.exists) this.precedence.broken += this.precedence.brokenOf(meeting);
  }

  remove(meeting: number): void {
    const slot = this.state.slotOf[meeting]!;
    if (this.precedence.exists) this.precedence.broken -= this.precedence.brokenOf(meeting);
    this.state.remove(meeting);
    this.outWeight += this.model.weight[meeting]!;
    if (this.model.unary) this.unaryCost -= this.model.unary[meeting * this.model.slots + slot]!;
  }

  /** Tries one change at a temperature. */
  step(temperature: number): void {
    const { state, random, model } = this;
    if (state.out.length > 0 && random.unit() < this.insertShare) {
      this.insertion.insert(temperature);
      return;
    }
    let meeting = -1;
    let target = -1;
    if (state.brokenCount > 0 && random.unit() < this.aim) {
      const firm = state.broken[random.below(state.brokenCount)]!;
      target = this.nearSlot(firm);
      if (target < 0) return;
      meeting = this.meetingToMove(firm, target);
      if (meeting < 0) return;
    } else {
      meeting = random.below(model.meetings);
      if (state.slotOf[meeting]! < 0) return;
      const draw = random.unit();
      if (draw < this.shift) {
        this.shiftRun(random.unit() < 0.5 ? model.a[meeting]! : model.b[meeting]!, temperature);
        return;
      }
      if (draw < 0.8) {
        target = this.nearSlot(random.unit() < 0.5 ? model.a[meeting]! : model.b[meeting]!);
        if (target < 0) return;
      } else {
        const low = model.domainLow[meeting]!;
        const high = model.domainHigh[meeting]!;
        target = nthSlot(low, high, random.below(popcount(low) + popcount(high)));
      }
    }
    if (target === state.slotOf[meeting]) return;
    this.tryChain(meeting, target, temperature);
  }

  /** Moves a firm's run on by one slot, its first meeting to behind the last or the last to before the first: no new break. */
  private shiftRun(firm: number, temperature: number): void {
    const { state, model, random } = this;
    const day = model.dayLow.length === 1 ? 0 : random.below(model.dayLow.length);
    const low = state.busyLow[firm]! & model.dayLow[day]!;
    const high = state.busyHigh[firm]! & model.dayHigh[day]!;
    if ((low | high) === 0) return;
    const first = firstSlot(low, high);
    const last = lastSlotOf(low, high);
    const isLater = random.unit() < 0.5;
    const target = isLater ? last + 1 : first - 1;
    if (target < 0 || target >= model.slots) return;
    if (!has(model.openLow[firm]!, model.openHigh[firm]!, target)) return;
    this.tryChain(state.at[firm * model.slots + (isLater ? first : last)]!, target, temperature);
  }

  private tryChain(meeting: number, target: number, temperature: number): void {
    const { chain, precedence } = this;
    if (!chain.propose(meeting, target)) return;
    let cost = chain.cost();
    const unary = this.model.unary ? this.unaryOf() : 0;
    cost += unary;
    let brokenMore = 0;
    if (precedence.exists) {
      cost += precedence.cost(chain);
      brokenMore = precedence.brokenMore;
    }
    if (cost > 0 && (temperature <= 0 || this.random.unit() >= exp(-cost / temperature))) return;
    chain.apply();
    this.unaryCost += unary;
    precedence.broken += brokenMore;
    if (this.isEager && (cost < 0 || brokenMore < 0)) this.keepBestIfBetter();
  }

  private keepBestIfBetter(): void {
    const { breaks } = this.state;
    if (breaks > this.bestBreaks + 4 && this.bestRank < 1e3) return;
    this.keepBest();
  }

  private unaryOf(): number {
    const { chain, state, model } = this;
    let more = 0;
    for (let i = 0; i < chain.length; i += 1) {
      const row = chain.meetings[i]! * model.slots;
      more += model.unary![row + chain.targets[i]!]! - model.unary![row + state.slotOf[chain.meetings[i]!]!]!;
    }
    return more;
  }

  /** A free slot beside one of a firm's runs. */
  private nearSlot(firm: number): number {
    const { state, model } = this;
    const low = state.busyLow[firm]!;
    const high = state.busyHigh[firm]!;
    const nearLow = (laterLow(low) | earlierLow(low, high)) & ~low & model.openLow[firm]!;
    const nearHigh = (laterHigh(low, high) | earlierHigh(high)) & ~high & model.openHigh[firm]!;
    const count = popcount(nearLow) + popcount(nearHigh);
    return count === 0 ? -1 : nthSlot(nearLow, nearHigh, this.random.below(count));
  }

  /** A meeting of a firm that stands at the edge of a run, or any. */
  private meetingToMove(firm: number, target: number): number {
    const { state, model, random } = this;
    let low = state.busyLow[firm]!;
    let high = state.busyHigh[firm]!;
    if (random.unit() < 0.6) {
      const insideLow = laterLow(low) & earlierLow(low, high);
      const insideHigh = laterHigh(low, high) & earlierHigh(high);
      low &= ~insideLow;
      high &= ~insideHigh;
    }
    const count = popcount(low) + popcount(high);
    if (count === 0) return -1;
    const slot = nthSlot(low, high, random.below(count));
    return slot === target ? -1 : state.at[firm * model.slots + slot]!;
  }

  /** What the present plan costs the search, in breaks. */
  searchCost(): number {
    const { state, precedence } = this;
    return (
      this.outWeight +
      this.unaryCost +
      state.breaks +
      2 * state.unfair +
      idleCost * state.idle +
      2 * precedence.broken
    );
  }

  /** Puts a meeting into the free slot that costs least; false when there is none. */
  settle(meeting: number): boolean {
    const { state, model, precedence } = this;
    const a = model.a[meeting]!;
    const b = model.b[meeting]!;
    let low = model.domainLow[meeting]! & ~(state.busyLow[a]! | state.busyLow[b]!);
    let high = model.domainHigh[meeting]! & ~(state.busyHigh[a]! | state.busyHigh[b]!);
    let best = -1;
    let least = Infinity;
    while ((low | high) !== 0) {
      const slot = nthSlot(low, high, 0);
      if (slot < 31) low &= low - 1;
      else high &= high - 1;
      if (state.load[slot]! >= model.tables[slot]!) continue;
      let cost =
        this.costAt(a, slot) + this.costAt(b, slot) + (0.2 * state.load[slot]!) / model.tables[slot]!;
      if (model.unary) cost += model.unary[meeting * model.slots + slot]!;
      if (precedence.exists) {
        state.slotOf[meeting] = slot;
        cost += 3 * precedence.brokenOf(meeting);
        state.slotOf[meeting] = -1;
      }
      if (cost < least) {
        least = cost;
        best = slot;
      }
    }
    if (best < 0) return false;
    this.place(meeting, best);
    return true;
  }

  private costAt(firm: number, slot: number): number {
    const { state } = this;
    const low = state.busyLow[firm]! | (slot < 31 ? 1 << slot : 0);
    const high = state.busyHigh[firm]! | (slot < 31 ? 0 : 1 << (slot - 31));
    return state.costOf(state.pack(low, high)) - state.costOf(state.agenda[firm]!);
  }
}
