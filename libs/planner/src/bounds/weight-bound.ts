/** Optional meetings that compete for open slots of firms and for tables. */
export interface WeightProblem {
  /** The two firms and the weight of each optional meeting. */
  readonly meetings: readonly { readonly a: number; readonly b: number; readonly weight: number }[];
  /** Open slots of each firm that mandatory meetings leave. */
  readonly room: Int32Array;
  /** Tables of all slots that mandatory meetings leave. */
  readonly tables: number;
}

/**
 * The most weight of optional meetings that can be held at all, by linear programming duality: a price for each firm's
 * open slot and for each table gives a bound, and the prices are moved to where the bound is least.
 */
export function weightBound({ meetings, room, tables }: WeightProblem, rounds = 600): number {
  const price = new Float64Array(room.length);
  let tablePrice = 0;
  const total = meetings.reduce((sum, { weight }) => sum + weight, 0);
  let best = total;
  for (let round = 0; round < rounds; round += 1) {
    const taken = new Int32Array(room.length);
    let held = 0;
    let value = tablePrice * tables;
    for (let firm = 0; firm < room.length; firm += 1) value += price[firm]! * room[firm]!;
    for (const { a, b, weight } of meetings) {
      const gain = weight - price[a]! - price[b]! - tablePrice;
      if (gain <= 0) continue;
      value += gain;
      held += 1;
      taken[a]! += 1;
      taken[b]! += 1;
    }
    best = Math.min(best, value);
    const step = 0.5 / (1 + round * 0.1);
    for (let firm = 0; firm < room.length; firm += 1) {
      price[firm] = Math.max(0, price[firm]! + step * 0.3 * Math.sign(taken[firm]! - room[firm]!));
    }
    tablePrice = Math.max(0, tablePrice + (step * (held - tables)) / Math.max(10, Math.abs(held - tables)));
  }
  return meetings.every(({ weight }) => Number.isInteger(weight)) ? Math.floor(best + 1e-6) : best;
}
