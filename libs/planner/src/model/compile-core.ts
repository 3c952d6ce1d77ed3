import type { PlanInstance } from '../instance/instance.ts';
import type { CoreModel } from './core-model.ts';
import type { Domains } from './domains.ts';
import { leavingOutCosts } from './leaving-out.ts';

/** What the search is asked beyond the instance: the plan that it repairs, and what a move from it costs in breaks. */
export interface Home {
  readonly slotOf: Int32Array;
  readonly stay: number;
}

/** The numbers of an instance whose firms have one team each and whose tables are all alike. */
export function compileCore(instance: PlanInstance, domains: Domains, home: Home | null): CoreModel {
  const { slots, meetings } = instance;
  const word = (set: Int32Array, index: number) =>
    Int32Array.from({ length: set.length / domains.words }, (_, row) =>
      index < domains.words ? set[row * domains.words + index]! : 0,
    );
  const mask = (from: number, to: number) => {
    let low = 0;
    let high = 0;
    for (let slot = from; slot < to; slot += 1) {
      if (slot < 31) low |= 1 << slot;
      else high |= 1 << (slot - 31);
    }
    return { low, high };
  };
  const days = instance.days.filter(({ from, to }) => to > from).map(({ from, to }) => mask(from, to));
  const starts = instance.days.filter(({ from, to }) => to > from).map(({ from }) => mask(from, from + 1));
  return {
    slots,
    firms: instance.firms.length,
    meetings: meetings.length,
    a: domains.a,
    b: domains.b,
    domainLow: word(domains.meeting, 0),
    domainHigh: word(domains.meeting, 1),
    openLow: word(domains.open, 0),
    openHigh: word(domains.open, 1),
    tables: Int32Array.from({ length: slots }, (_, slot) =>
      instance.tables.reduce((sum, group) => sum + group.count[slot]!, 0),
    ),
    weight: leavingOutCosts(meetings, home?.stay),
    optional: Uint8Array.from(meetings, ({ optional }) => (optional ? 1 : 0)),
    earlier: domains.earlier,
    later: domains.later,
    unary: unaryCosts(instance, domains, home),
    home: home?.slotOf ?? null,
    dayStartLow: starts.reduce((sum, { low }) => sum | low, 0),
    dayStartHigh: starts.reduce((sum, { high }) => sum | high, 0),
    dayLow: Int32Array.from(days, ({ low }) => low),
    dayHigh: Int32Array.from(days, ({ high }) => high),
    fairness: instance.rules.fairness ?? Infinity,
  };
}

/** A hundredth of a break for a slot that somebody would rather not have, and the price of a move. */
function unaryCosts(instance: PlanInstance, domains: Domains, home: Home | null): Float64Array | null {
  const { slots, meetings, firms } = instance;
  const hasPreference =
    firms.some(({ preferred }) => preferred.length > 0) ||
    meetings.some(({ preferred }) => preferred.length > 0);
  if (!hasPreference && !home) return null;
  const costs = new Float64Array(meetings.length * slots);
  meetings.forEach((meeting, row) => {
    const wishes = [
      meeting.preferred,
      firms[domains.a[row]!]!.preferred,
      firms[domains.b[row]!]!.preferred,
    ].filter((slotsWished) => slotsWished.length > 0);
    const homeSlot = home ? home.slotOf[row]! : -1;
    for (let slot = 0; slot < slots; slot += 1) {
      const missed = wishes.filter((wished) => !wished.includes(slot)).length;
      costs[row * slots + slot] =
        missed * 0.01 + (home && homeSlot >= 0 && homeSlot !== slot ? home.stay : 0);
    }
  });
  return costs;
}
