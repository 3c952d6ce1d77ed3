import { popcount } from './masks.ts';
import type { CoreSearch } from './core-search.ts';

/** Places every meeting that is left out, the most constrained first, where it costs least; some may find no slot. */
export function construct(search: CoreSearch): void {
  const { model, state } = search;
  const degree = new Int32Array(model.firms);
  for (let m = 0; m < model.meetings; m += 1) {
    degree[model.a[m]!]! += 1;
    degree[model.b[m]!]! += 1;
  }
  const pressure = (m: number) => {
    const firmOf = (firm: number) =>
      degree[firm]! / Math.max(1, popcount(model.openLow[firm]!) + popcount(model.openHigh[firm]!));
    const slots = popcount(model.domainLow[m]!) + popcount(model.domainHigh[m]!);
    return slots - 2 * (firmOf(model.a[m]!) + firmOf(model.b[m]!)) - model.weight[m]! * 100;
  };
  const keyed = state.out.map((meeting) => ({ meeting, key: pressure(meeting) }));
  keyed.sort((one, other) => one.key - other.key || one.meeting - other.meeting);
  for (const { meeting } of keyed) search.settle(meeting);
}
