import type { CoreModel } from '../model/core-model.ts';
import type { Chain } from './chain.ts';

const least = 1;
const most = 12;

/** The orders that meetings must keep, with a price for each that grows while it is broken and falls while it is kept. */
export class Precedence {
  private readonly model: CoreModel;
  private readonly slotOf: Int32Array;
  readonly price: Float64Array;
  private readonly start: Int32Array;
  private readonly edges: Int32Array;
  private readonly seen: Int32Array;
  private stamp = 0;
  broken = 0;

  constructor(model: CoreModel, slotOf: Int32Array) {
    this.model = model;
    this.slotOf = slotOf;
    const { earlier, later, meetings } = model;
    this.price = new Float64Array(earlier.length).fill(2);
    this.seen = new Int32Array(earlier.length);
    this.start = new Int32Array(meetings + 1);
    for (const ends of [earlier, later]) for (const meeting of ends) this.start[meeting + 1]! += 1;
    for (let m = 0; m < meetings; m += 1) this.start[m + 1]! += this.start[m]!;
    const fill = this.start.slice();
    this.edges = new Int32Array(2 * earlier.length);
    for (let edge = 0; edge < earlier.length; edge += 1) {
      for (const meeting of [earlier[edge]!, later[edge]!]) {
        this.edges[fill[meeting]!] = edge;
        fill[meeting]! += 1;
      }
    }
  }

  get exists(): boolean {
    return this.edges.length > 0;
  }

  isBroken(edge: number): boolean {
    const first = this.slotOf[this.model.earlier[edge]!]!;
    const then = this.slotOf[this.model.later[edge]!]!;
    return first >= 0 && then >= 0 && first >= then;
  }

  /** How many orders of one meeting are broken. */
  brokenOf(meeting: number): number {
    let broken = 0;
    for (let i = this.start[meeting]!; i < this.start[meeting + 1]!; i += 1) {
      if (this.isBroken(this.edges[i]!)) broken += 1;
    }
    return broken;
  }

  /** The price of the broken orders of one meeting. */
  priceOf(meeting: number): number {
    let sum = 0;
    for (let i = this.start[meeting]!; i < this.start[meeting + 1]!; i += 1) {
      const edge = this.edges[i]!;
      if (this.isBroken(edge)) sum += this.price[edge]!;
    }
    return sum;
  }

  /** How many more orders a chain breaks; set by `cost`. */
  brokenMore = 0;

  /** What a chain costs more by the orders it breaks. */
  cost(chain: Chain): number {
    const before = this.sum(chain);
    const brokenBefore = this.summed;
    const { meetings, targets, length } = chain;
    for (let i = 0; i < length; i += 1) {
      const meeting = meetings[i]!;
      const slot = this.slotOf[meeting]!;
      this.slotOf[meeting] = targets[i]!;
      targets[i] = slot;
    }
    const after = this.sum(chain);
    this.brokenMore = this.summed - brokenBefore;
    for (let i = 0; i < length; i += 1) {
      const meeting = meetings[i]!;
      const slot = this.slotOf[meeting]!;
      this.slotOf[meeting] = targets[i]!;
      targets[i] = slot;
    }
    return after - before;
  }

  private summed = 0;

  private sum(chain: Chain): number {
    const { start, edges, seen, price } = this;
    this.stamp += 1;
    this.summed = 0;
    let sum = 0;
    for (let i = 0; i < chain.length; i += 1) {
      const meeting = chain.meetings[i]!;
      for (let at = start[meeting]!; at < start[meeting + 1]!; at += 1) {
        const edge = edges[at]!;
        if (seen[edge] === this.stamp) continue;
        seen[edge] = this.stamp;
        if (this.isBroken(edge)) {
          sum += price[edge]!;
          this.summed += 1;
        }
      }
    }
    return sum;
  }

  /** Counts the broken orders anew, and makes them dearer and the kept ones cheaper. */
  reprice(): void {
    for (let edge = 0; edge < this.price.length; edge += 1) {
      const price = this.price[edge]!;
      this.price[edge] = this.isBroken(edge) ? Math.min(most, price * 1.25) : Math.max(least, price * 0.98);
    }
  }

  /** Counts the broken orders anew. */
  recount(): void {
    this.broken = 0;
    for (let edge = 0; edge < this.price.length; edge += 1) if (this.isBroken(edge)) this.broken += 1;
  }
}
