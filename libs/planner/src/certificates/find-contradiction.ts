import { agendaFacts, cheapestAgenda, dayStartsOf } from '../bounds/agenda-bound.ts';
import type { PlanInstance } from '../instance/instance.ts';
import { type Domains, initialDomains, meetingsByFirm, propagate, slotsOf } from '../model/domains.ts';
import { matchAgenda } from './agenda-matching.ts';
import { type Contradiction, listed } from './contradiction.ts';
import { findOddRing } from './odd-ring.ts';
import { findOrderCycle } from './order-cycle.ts';
import { findRefusedMeeting } from './refused-meetings.ts';
import { shrink } from './shrink.ts';
import { findShortWindow } from './table-windows.ts';

/** An instance as the tests for contradictions see it: what counts are the mandatory meetings, or some of them. */
interface Question {
  readonly instance: PlanInstance;
  readonly initial: Domains;
  readonly counts: (meeting: number) => boolean;
}

/**
 * Why the mandatory meetings cannot all be held, with the smallest set found that already cannot; null when no proof is
 * found, which does not mean that a plan exists.
 */
export function findContradiction(instance: PlanInstance): Contradiction | null {
  const refused = findRefusedMeeting(instance);
  if (refused) return refused;
  const initial = initialDomains(instance);
  const found = prove({ instance, initial, counts: (row) => !instance.meetings[row]!.optional });
  if (!found || found.code === 'order-cycle') return found;
  return smallest(instance, found);
}

/** How many meetings the proofs on subsets may look at in all: a few tenths of a second. */
const mostAsked = 200_000;

/** Shrinks a contradiction, first within the meetings that its proof names. */
function smallest(instance: PlanInstance, found: Contradiction): Contradiction {
  let left = mostAsked;
  const proveSubset = (subset: readonly number[]): Contradiction | null => {
    left -= subset.length + 100;
    const part = only(instance, subset);
    const initial = initialDomains(part);
    const proof = prove({ instance: part, initial, counts: () => true });
    return proof && { ...proof, meetings: proof.meetings.map((row) => subset[row]!) };
  };
  // A window's own meetings are as few as can be, unless others have driven them into it.
  if (found.code === 'tables-short' && proveSubset(found.meetings)) return found;
  const all = instance.meetings.flatMap(({ optional }, row) => (optional ? [] : [row]));
  const within = proveSubset(found.meetings) ? found.meetings : all;
  const set = shrink(
    within,
    (subset) => proveSubset(subset) !== null,
    () => left > 0,
  );
  const proof = set.length < all.length ? proveSubset(set) : null;
  const { code, sentence } = proof ?? found;
  const meetings = [...set].sort((one, other) => one - other);
  const names = listed(meetings.map((row) => instance.meetings[row]!.id));
  const together = code === 'no-slot' && set.length > 1 ? ` Together these cannot be held: ${names}.` : '';
  return { code, sentence: sentence + together, meetings };
}

/** An instance of some of the meetings, all of them mandatory, and their firms. */
function only(instance: PlanInstance, rows: readonly number[]): PlanInstance {
  const chosen = rows.map((row) => instance.meetings[row]!);
  const ids = new Set(chosen.map(({ id }) => id));
  const firms = new Set(chosen.flatMap((meeting) => meeting.firms));
  return {
    ...instance,
    firms: instance.firms.filter(({ id }) => firms.has(id)),
    meetings: chosen.map((meeting) => ({
      ...meeting,
      optional: false,
      after: meeting.after.filter((id) => ids.has(id)),
    })),
  };
}

/** The first proof found, of the cheap kinds first. */
function prove({ instance, initial, counts }: Question): Contradiction | null {
  const { meetings, firms, slots } = instance;
  const name = (row: number) => meetings[row]!.id;
  const cycle = initial.earlier.length > 0 ? findOrderCycle(initial, counts) : null;
  if (cycle) {
    const sentence = `Meetings ${listed(cycle.map(name))} must each take place after another of them, in a ring.`;
    return { code: 'order-cycle', meetings: cycle, sentence };
  }
  const domains = { ...initial, meeting: initial.meeting.slice() };
  const isParallel = (firm: number) => firms[firm]!.teams.length > 1;
  const dead = propagate(domains, counts, isParallel);
  if (dead >= 0) {
    const [a, b] = meetings[dead]!.firms;
    const sentence = `Meeting ${name(dead)} of firms ${a} and ${b} has no slot left that both have open and the others allow.`;
    return { code: 'no-slot', meetings: related(initial, dead, counts), sentence };
  }
  const byFirm = meetingsByFirm(domains).map((rows) => rows.filter(counts));
  for (let firm = 0; firm < firms.length; firm += 1) {
    if (isParallel(firm)) continue;
    const short = matchAgenda(domains, byFirm[firm]!);
    if (!short) continue;
    const sentence =
      `Firm ${firms[firm]!.id} has ${short.meetings.length} meetings (${listed(short.meetings.map(name))}) ` +
      `for ${short.slots.length} slots (${listed(short.slots.map(String), 12)}).`;
    return { code: 'agenda-short', meetings: short.meetings, sentence };
  }
  const counting = meetings.flatMap((_, row) => (counts(row) ? [row] : []));
  const tables = tablesPerSlot(instance);
  const window = findShortWindow(domains, counting, tables);
  if (window) {
    const sentence =
      `${window.meetings.length} meetings must lie in slots ${window.from} to ${window.to}, ` +
      `which have ${window.tables} tables in all: ${window.meetings.length - window.tables} too few.`;
    return { code: 'tables-short', meetings: window.meetings.slice(0, window.tables + 1), sentence };
  }
  const ring = findOddRing(
    domains,
    counting.filter((row) => !isParallel(domains.a[row]!) && !isParallel(domains.b[row]!)),
  );
  if (ring) {
    const among = [...new Set(ring.meetings.flatMap((row) => meetings[row]!.firms))];
    const sentence =
      `Firms ${listed(among)} meet in a ring of ${ring.meetings.length}, and all these meetings have only slots ` +
      `${ring.slots.join(' and ')}: an odd ring needs a third slot.`;
    return { code: 'odd-ring', meetings: ring.meetings, sentence };
  }
  return unfair({ instance, initial, counts }, domains, byFirm, slots);
}

function unfair(
  { instance, counts }: Question,
  domains: Domains,
  byFirm: readonly number[][],
  slots: number,
): Contradiction | null {
  const { fairness } = instance.rules;
  const { firms, meetings } = instance;
  if (fairness === null || meetings.some(({ optional }) => optional)) return null;
  if (firms.some(({ teams }) => teams.length > 1)) return null;
  const starts = dayStartsOf(instance.days, slots);
  let most = { firm: -1, breaks: -1 };
  let least = { firm: -1, breaks: Infinity };
  for (let firm = 0; firm < firms.length; firm += 1) {
    const facts = agendaFacts(domains, byFirm[firm]!, { slots, counts });
    const fewest = cheapestAgenda(facts, starts).cost;
    const greatest = -cheapestAgenda(facts, starts, { breakCost: -1 }).cost;
    if (!Number.isFinite(fewest)) continue;
    if (fewest > most.breaks) most = { firm, breaks: fewest };
    if (greatest < least.breaks) least = { firm, breaks: greatest };
  }
  if (most.breaks - least.breaks <= fairness) return null;
  const sentence =
    `Firm ${firms[most.firm]!.id} has at least ${most.breaks} breaks and firm ${firms[least.firm]!.id} at most ` +
    `${least.breaks}; fairness allows a difference of ${fairness}.`;
  return { code: 'fairness', meetings: [...byFirm[most.firm]!, ...byFirm[least.firm]!], sentence };
}

/** A meeting, and those of its firms and its orders: where the cause of an empty domain is looked for first. */
function related(domains: Domains, dead: number, counts: (meeting: number) => boolean): number[] {
  const found = new Set([dead]);
  const { a, b, earlier, later } = domains;
  for (let row = 0; row < a.length; row += 1) {
    const shares = [a[row], b[row]].some((firm) => firm === a[dead] || firm === b[dead]);
    const isTied = slotsOf(domains.meeting, row, domains.words).length <= 1;
    if (shares && isTied && counts(row)) found.add(row);
  }
  for (let changed = true; changed;) {
    changed = false;
    earlier.forEach((first, order) => {
      const then = later[order]!;
      if (!counts(first) || !counts(then) || found.has(first) === found.has(then)) return;
      found.add(first).add(then);
      changed = true;
    });
  }
  return [...found];
}

/** Tables of all groups in each slot. */
export function tablesPerSlot({ tables, slots }: PlanInstance): number[] {
  return Array.from({ length: slots }, (_, slot) => tables.reduce((sum, { count }) => sum + count[slot]!, 0));
}
