import { type AgendaFacts, cheapestAgenda } from './agenda-bound.ts';

/** What the bound on breaks is taken over. */
export interface BreaksProblem {
  readonly facts: readonly AgendaFacts[];
  readonly dayStarts: Uint8Array;
  /** Tables per slot. */
  readonly tables: readonly number[];
}

/** The fewest breaks that each firm's own agenda allows, summed: no plan that holds every mandatory meeting has fewer. */
export function agendaBreaksBound({ facts, dayStarts }: BreaksProblem): number {
  let sum = 0;
  for (const one of facts) {
    const { cost } = cheapestAgenda(one, dayStarts);
    if (cost !== Infinity) sum += cost;
  }
  return Math.round(sum);
}

/**
 * Raises the bound by what tables forbid: a slot takes at most twice as many firms as it has tables, which is put into
 * the agendas as a price per slot (Lagrange multipliers, raised where too many firms come; Held and Karp 1971). Every
 * price gives a valid bound; the best of `rounds` is returned, and the search for it ends at `enough`.
 */
export function pricedBreaksBound(
  problem: BreaksProblem,
  { enough, rounds }: { readonly enough: number; readonly rounds: number },
): number {
  const slots = problem.tables.length;
  const prices = new Float64Array(slots);
  let best = 0;
  let greatest = 0;
  let scale = 1;
  let stale = 0;
  for (let round = 0; round < rounds && best < enough; round += 1) {
    const come = new Int32Array(slots);
    let value = 0;
    for (const facts of problem.facts) {
      const { cost, busy } = cheapestAgenda(facts, problem.dayStarts, { prices });
      if (cost === Infinity) continue;
      value += cost;
      for (const slot of busy) come[slot]! += 1;
    }
    let norm = 0;
    for (let slot = 0; slot < slots; slot += 1) {
      value -= prices[slot]! * 2 * problem.tables[slot]!;
      const over = come[slot]! - 2 * problem.tables[slot]!;
      if (over > 0 || prices[slot]! > 0) norm += over * over;
    }
    if (value > greatest + 1e-4) {
      greatest = value;
      stale = 0;
    } else {
      stale += 1;
      if (stale % 20 === 0) scale /= 2;
    }
    best = Math.max(best, Math.ceil(greatest - 1e-6));
    if (norm === 0 || scale < 1e-4) break;
    const step = (scale * (enough + 0.5 - value)) / norm;
    for (let slot = 0; slot < slots; slot += 1) {
      prices[slot] = Math.max(0, prices[slot]! + step * (come[slot]! - 2 * problem.tables[slot]!));
    }
  }
  return best;
}
