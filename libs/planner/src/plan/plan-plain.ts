import { compileCore } from '../model/compile-core.ts';
import type { CoreSearch } from '../search/core-search.ts';
import { coolingOf, runCore } from '../search/run-core.ts';
import type { Placement } from './plan-result.ts';
import type { Found, Preparation } from './plan.ts';
import { stopper } from './stopper.ts';
import { replayedBy } from './replay.ts';
import { assignTables, keptSeat } from './tables.ts';

/** Searches the slots by chains, then gives the meetings their tables. */
export function planPlain({ instance, domains, bounds, options, home }: Preparation): Found {
  const stay = options.stay ?? 0;
  const model = compileCore(instance, domains, home && stay > 0 ? { slotOf: home, stay } : null);
  const leastOut = model.weight.reduce(
    (sum, weight, row) => (model.optional[row] === 1 ? sum + weight : sum),
    0,
  );
  const optionalWeight = instance.meetings.reduce(
    (sum, { optional, weight }) => (optional ? sum + weight : sum),
    0,
  );
  const least = optionalWeight > 0 ? (leastOut * bounds.weightOut) / optionalWeight : 0;
  const isComplete = ({ bestFaults, bestOut }: CoreSearch) => bestFaults === 0 && bestOut <= least + 1e-6;
  const cooling = coolingOf(options.iterations);
  const priceAfter = Math.min(cooling.planned / 8, 3e6);
  const stop = stopper(options.shouldStop);
  const { search, iterations, isOptimal } = runCore(model, {
    seed: options.seed,
    cooling,
    lane: options.lane ?? 0,
    shouldStop: stop.shouldStop,
    least: home ? undefined : bounds.ofFirms(),
    start: home ? possibleStart(home, model) : undefined,
    isProven: (found, done) => {
      if (!isComplete(found) || (home && stay > 0) || model.unary) return false;
      if (done >= priceAfter) bounds.price(found.bestBreaks);
      return found.bestBreaks <= bounds.breaks;
    },
    onBetter: (found, done) =>
      options.onProgress?.({
        iterations: done,
        leftOut: found.best.reduce((sum, slot) => sum + (slot < 0 ? 1 : 0), 0),
        breaks: found.bestBreaks,
        idleSlots: found.bestIdle,
        bound: bounds.breaks,
      }),
  });
  if (isComplete(search) && iterations >= priceAfter) bounds.price(search.bestBreaks);
  if (isOptimal) bounds.breaks = Math.max(bounds.breaks, search.bestBreaks);
  const slotOf = search.best.slice();
  dropBrokenOrders(slotOf, model);
  return {
    placements: seat({ instance, domains, options }, slotOf),
    iterations: replayedBy(cooling, { done: iterations, isStopped: stop.hasStopped() }),
    searched: iterations,
  };
}

/** The slots of the start that the rules still allow. */
function possibleStart(
  home: Int32Array,
  { domainLow, domainHigh, a, b, slots, tables }: ReturnType<typeof compileCore>,
): Int32Array {
  const taken = new Set<number>();
  const load = new Int32Array(slots);
  return home.map((slot, row) => {
    if (slot < 0 || slot >= slots) return -1;
    const bit = slot < 31 ? (domainLow[row]! >>> slot) & 1 : (domainHigh[row]! >>> (slot - 31)) & 1;
    const keys = [a[row]! * slots + slot, b[row]! * slots + slot];
    if (bit === 0 || load[slot]! >= tables[slot]! || keys.some((key) => taken.has(key))) return -1;
    for (const key of keys) taken.add(key);
    load[slot]! += 1;
    return slot;
  });
}

/** Leaves out the later meeting of every order that the best plan could not keep: orders are hard. */
function dropBrokenOrders(
  slotOf: Int32Array,
  { earlier, later, optional }: ReturnType<typeof compileCore>,
): void {
  earlier.forEach((first, order) => {
    const then = later[order]!;
    if (slotOf[first]! < 0 || slotOf[then]! < 0 || slotOf[first]! < slotOf[then]!) return;
    slotOf[optional[first] === 1 ? first : then] = -1;
  });
}

function seat(
  { instance, domains, options }: Pick<Preparation, 'instance' | 'domains' | 'options'>,
  slotOf: Int32Array,
): (Placement | null)[] {
  const seatings = instance.meetings.flatMap((_, meeting) =>
    slotOf[meeting]! < 0
      ? []
      : [
          {
            meeting,
            slot: slotOf[meeting]!,
            place: null,
            kept: keptSeat(instance, options.start?.[meeting], slotOf[meeting]!),
            teams: [domains.a[meeting]!, domains.b[meeting]!] as const,
          },
        ],
  );
  const seats = assignTables(instance, seatings);
  return instance.meetings.map((_, row) => {
    const seat = seats.get(row);
    if (!seat) return null;
    return {
      slot: slotOf[row]!,
      place: instance.tables[seat.place]!.id,
      table: seat.table,
      teams: [instance.firms[domains.a[row]!]!.teams[0]!.id, instance.firms[domains.b[row]!]!.teams[0]!.id],
      interpreter: null,
    };
  });
}
