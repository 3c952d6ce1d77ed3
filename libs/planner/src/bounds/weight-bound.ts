/** Optional meetings that compete for open slots of firms and for tables. */
export interface WeightProblem {
  /** The two firms and the weight of each optional meeting. */
  readonly meetings: readonly { readonly a: number; readonly b: number; readonly weight: number }[];
  /** Open slots of each firm that mandatory meetings leave. */
  readonly room: Int32Array;
  /** Tables of all slots that mandatory meetings leave. */
  readonly tables: number;
}

/** How many meetings may be looked at in all: a few tenths of a second. Of more meetings the bound is less tight. */
const mostLooked = 4e7;
const mostRounds = 600;
const mostSweeps = 12;

// Names of this module, because globals are slow to read in the contexts that tests run in.
const { abs, max, sign } = Math;

/**
 * The most weight of optional meetings that can be held at all, by linear programming duality: a price for each firm's
 * open slot and for each table gives a bound, and the prices are moved to where the bound is least: first all together
 * (subgradients), then one after the other to where each is best by itself.
 */
export function weightBound(problem: WeightProblem): number {
  const prices = new Prices(problem);
  const { length } = problem.meetings;
  const rounds = Math.min(mostRounds, Math.ceil(mostLooked / 2 / Math.max(1, length)));
  const sweeps = Math.min(mostSweeps, Math.ceil(mostLooked / 40 / Math.max(1, length)));
  let best = prices.value();
  for (let round = 0; round < rounds; round += 1) best = Math.min(best, prices.move(round));
  prices.restoreBest();
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    const before = best;
    prices.settleEach();
    best = Math.min(best, prices.value());
    if (best > before - 1e-6) break;
  }
  return problem.meetings.every(({ weight }) => Number.isInteger(weight)) ? Math.floor(best + 1e-6) : best;
}

class Prices {
  private readonly room: Int32Array;
  private readonly tables: number;
  private readonly a: Int32Array;
  private readonly b: Int32Array;
  private readonly weight: Float64Array;
  /** Steps are as long as the weights are large: these were found for weights up to nine. */
  private readonly scale: number;
  private readonly price: Float64Array;
  private tablePrice = 0;
  private readonly bestPrice: Float64Array;
  private bestTablePrice = 0;
  private best = Infinity;

  constructor({ meetings, room, tables }: WeightProblem) {
    // Nobody has less than no room, and no table can be left when mandatory meetings take more than there are.
    this.room = room.map((slots) => max(0, slots));
    this.tables = max(0, tables);
    this.a = Int32Array.from(meetings, ({ a }) => a);
    this.b = Int32Array.from(meetings, ({ b }) => b);
    this.weight = Float64Array.from(meetings, ({ weight }) => weight);
    this.scale = this.weight.reduce((most, weight) => max(most, weight), 0) / 9;
    this.price = new Float64Array(room.length);
    this.bestPrice = new Float64Array(room.length);
  }

  /** The bound by the present prices. */
  value(): number {
    let value = this.tablePrice * this.tables;
    for (let firm = 0; firm < this.room.length; firm += 1) value += this.price[firm]! * this.room[firm]!;
    for (let n = 0; n < this.weight.length; n += 1) value += max(0, this.gain(n));
    return value;
  }

  private gain(n: number): number {
    return this.weight[n]! - this.price[this.a[n]!]! - this.price[this.b[n]!]! - this.tablePrice;
  }

  /** Raises the prices of what is asked for too often, and lowers the others; answers the bound before. */
  move(round: number): number {
    const { room, tables, price, scale } = this;
    const taken = new Int32Array(room.length);
    let held = 0;
    for (let n = 0; n < this.weight.length; n += 1) {
      if (this.gain(n) <= 0) continue;
      held += 1;
      taken[this.a[n]!]! += 1;
      taken[this.b[n]!]! += 1;
    }
    const value = this.value();
    if (value < this.best) {
      this.best = value;
      this.bestPrice.set(price);
      this.bestTablePrice = this.tablePrice;
    }
    const step = (0.5 * scale) / (1 + round * 0.1);
    for (let firm = 0; firm < room.length; firm += 1) {
      price[firm] = max(0, price[firm]! + step * 0.3 * sign(taken[firm]! - room[firm]!));
    }
    const over = held - tables;
    this.tablePrice = max(0, this.tablePrice + (step * over) / max(10, abs(over)));
    return value;
  }

  restoreBest(): void {
    this.price.set(this.bestPrice);
    this.tablePrice = this.bestTablePrice;
  }

  /** Puts each price where the bound is least while the others stay: what the last who still fits would pay. */
  settleEach(): void {
    const byFirm: number[][] = Array.from(this.room, () => []);
    for (let n = 0; n < this.weight.length; n += 1) {
      byFirm[this.a[n]!]!.push(n);
      byFirm[this.b[n]!]!.push(n);
    }
    byFirm.forEach((meetings, firm) => {
      this.price[firm] = 0;
      this.price[firm] = firstOut(
        meetings.map((n) => this.gain(n)),
        this.room[firm]!,
      );
    });
    this.tablePrice = 0;
    this.tablePrice = firstOut(
      Array.from(this.weight, (_, n) => this.gain(n)),
      this.tables,
    );
  }
}

/** What the first one pays for whom there is no room any more; 0 when there is room for all that gain. */
function firstOut(gains: readonly number[], room: number): number {
  if (gains.length <= room) return 0;
  return max(0, [...gains].sort((one, other) => other - one)[room]!);
}
