import { type Domains, lastSlot, nextSlot } from '../model/domains.ts';

/** What is known of one firm's agenda before any plan: where it may be busy, and how many meetings must and can be over by when. */
export interface AgendaFacts {
  /** 0 closed, 1 open, 2 must be busy. */
  readonly slot: Uint8Array;
  /** Meetings that must have begun up to a slot, and that can have. */
  readonly must: Int32Array;
  readonly can: Int32Array;
  readonly least: number;
  readonly most: number;
}

/** The facts of one firm's agenda, of the meetings that count (must be held) and those that may be. */
export function agendaFacts(
  domains: Domains,
  meetings: readonly number[],
  { slots, counts }: { readonly slots: number; readonly counts: (meeting: number) => boolean },
): AgendaFacts {
  const { words, meeting: sets } = domains;
  const slot = new Uint8Array(slots);
  const must = new Int32Array(slots);
  const can = new Int32Array(slots);
  let least = 0;
  let most = 0;
  for (const meeting of meetings) {
    const first = nextSlot(sets, meeting, words, 0);
    if (first < 0) continue;
    const last = lastSlot(sets, meeting, words);
    const isMandatory = counts(meeting);
    most += 1;
    can[first]! += 1;
    if (isMandatory) {
      least += 1;
      must[last]! += 1;
      if (first === last) slot[first] = 2;
    }
    for (let at = first; at >= 0; at = nextSlot(sets, meeting, words, at + 1))
      slot[at] = Math.max(slot[at]!, 1);
  }
  for (let at = 1; at < slots; at += 1) {
    must[at]! += must[at - 1]!;
    can[at]! += can[at - 1]!;
  }
  return { slot, must, can, least, most };
}

/** An agenda's least cost, and the slots it is busy in then. */
export interface AgendaOptimum {
  readonly cost: number;
  readonly busy: readonly number[];
}

const phases = 3;
/** The cost of what cannot be. A name of this module, because globals are slow to read in the contexts that tests run in. */
const never = Infinity;

/**
 * The cheapest agenda of one firm by dynamic programming over its slots: each break costs `breakCost`, each busy slot
 * its price. States are the meetings held so far and whether today has not begun, is in a run, or waits. Infinite when
 * no agenda fits. With a break cost of -1 it finds the most breaks instead.
 */
export function cheapestAgenda(
  facts: AgendaFacts,
  dayStarts: Uint8Array,
  { breakCost = 1, prices }: { readonly breakCost?: number; readonly prices?: Float64Array | undefined } = {},
): AgendaOptimum {
  const slots = facts.slot.length;
  const width = (facts.most + 1) * phases;
  let costs = new Float64Array(width).fill(never);
  const from = new Int8Array(slots * width);
  costs[0] = 0;
  for (let slot = 0; slot < slots; slot += 1) {
    const next = new Float64Array(width).fill(never);
    const isOpen = facts.slot[slot]! > 0;
    const isForced = facts.slot[slot] === 2;
    const price = prices?.[slot] ?? 0;
    for (let held = 0; held <= facts.most; held += 1) {
      for (let before = 0; before < phases; before += 1) {
        const cost = costs[held * phases + before]!;
        if (cost === never) continue;
        const phase = dayStarts[slot] === 1 ? 0 : before;
        if (!isForced && held >= facts.must[slot]! && held <= facts.can[slot]!) {
          const to = held * phases + (phase === 1 ? 2 : phase);
          if (cost < next[to]!) {
            next[to] = cost;
            from[slot * width + to] = before;
          }
        }
        if (isOpen && held < facts.most && held + 1 >= facts.must[slot]! && held + 1 <= facts.can[slot]!) {
          const to = (held + 1) * phases + 1;
          const sum = cost + price + (phase === 2 ? breakCost : 0);
          if (sum < next[to]!) {
            next[to] = sum;
            from[slot * width + to] = before + 4;
          }
        }
      }
    }
    costs = next;
  }
  let best = -1;
  let least = never;
  for (let state = facts.least * phases; state < width; state += 1) {
    if (costs[state]! < least) {
      least = costs[state]!;
      best = state;
    }
  }
  return { cost: least, busy: prices && best >= 0 ? trace(from, best, width) : [] };
}

function trace(from: Int8Array, last: number, width: number): number[] {
  const busy: number[] = [];
  let state = last;
  for (let slot = from.length / width - 1; slot >= 0; slot -= 1) {
    const step = from[slot * width + state]!;
    const held = Math.floor(state / phases);
    if (step >= 4) {
      busy.push(slot);
      state = (held - 1) * phases + (step - 4);
    } else {
      state = held * phases + step;
    }
  }
  return busy;
}

/** A one at each slot where a day begins. */
export function dayStartsOf(
  days: readonly { readonly from: number; readonly to: number }[],
  slots: number,
): Uint8Array {
  const starts = new Uint8Array(slots);
  for (const { from, to } of days) if (to > from) starts[from] = 1;
  return starts;
}
