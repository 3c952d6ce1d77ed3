import { agendaFacts, cheapestAgenda, dayStartsOf } from '../bounds/agenda-bound.ts';
import { agendaBreaksBound, type BreaksProblem, pricedBreaksBound } from '../bounds/breaks-bound.ts';
import { weightBound } from '../bounds/weight-bound.ts';
import { tablesPerSlot } from '../certificates/find-contradiction.ts';
import type { PlanInstance } from '../instance/instance.ts';
import { type Domains, meetingsByFirm, nextSlot, slotsOf } from '../model/domains.ts';
import { whyRefused } from './why-refused.ts';

/** How many steps of dynamic programming the priced bound may take in all: about half a second. */
const most = 1.5e8;

/** What no plan can beat, known before and while searching. */
export class PlanBounds {
  breaks: number;
  /** The least weight of optional meetings that is left out. */
  readonly weightOut: number;
  private readonly breaksOfAgendas: number;
  private readonly problem: BreaksProblem;
  private isPriced = false;

  constructor(instance: PlanInstance, domains: Domains) {
    const counts = (row: number) => !instance.meetings[row]!.optional;
    const byFirm = meetingsByFirm(domains);
    const facts = byFirm.flatMap((rows, firm) =>
      instance.firms[firm]!.teams.length > 1
        ? []
        : [agendaFacts(domains, rows.some(counts) ? rows : [], { slots: instance.slots, counts })],
    );
    this.problem = {
      facts,
      dayStarts: dayStartsOf(instance.days, instance.slots),
      tables: tablesPerSlot(instance),
    };
    this.breaksOfAgendas = agendaBreaksBound(this.problem);
    this.breaks = this.breaksOfAgendas;
    this.weightOut = leastWeightOut(instance, domains);
  }

  /** The same as it was before any search. */
  fresh(): PlanBounds {
    const same = Object.create(PlanBounds.prototype) as PlanBounds;
    return Object.assign(same, this, { breaks: this.breaksOfAgendas, isPriced: false });
  }

  /** The fewest breaks that each firm's own agenda allows. */
  ofFirms(): Int32Array {
    const { facts, dayStarts } = this.problem;
    const least = facts.map((one) => cheapestAgenda(one, dayStarts).cost);
    return Int32Array.from(least, (cost) => (cost === Infinity ? 0 : Math.round(cost)));
  }

  /** Raises the bound on breaks by the shortage of tables, once, unless a plan with that few is known already. */
  price(enough: number): void {
    if (this.isPriced || enough <= this.breaks) return;
    this.isPriced = true;
    const { facts, tables } = this.problem;
    const steps = facts.reduce((sum, { most: held, slot }) => sum + slot.length * (held + 1) * 9, 0);
    const rounds = Math.min(400, Math.floor(most / Math.max(1, steps)));
    if (rounds >= 30 && tables.length > 0) {
      this.breaks = Math.max(this.breaks, pricedBreaksBound(this.problem, { enough, rounds }));
    }
  }
}

function leastWeightOut(instance: PlanInstance, domains: Domains): number {
  const optional = instance.meetings.flatMap((meeting, row) => (meeting.optional ? [{ meeting, row }] : []));
  if (optional.length === 0) return 0;
  const byId = new Map(instance.firms.map((firm) => [firm.id, firm]));
  const isPossible = (row: number) =>
    nextSlot(domains.meeting, row, domains.words, 0) >= 0 &&
    whyRefused(instance, instance.meetings[row]!, byId) === null;
  const room = roomOf(instance, domains);
  let tables = tablesPerSlot(instance).reduce((sum, count) => sum + count, 0);
  instance.meetings.forEach((meeting, row) => {
    if (meeting.optional) return;
    room[domains.a[row]!]! -= 1;
    room[domains.b[row]!]! -= 1;
    tables -= 1;
  });
  // What nothing makes possible is left out by every plan.
  const meetings = optional
    .filter(({ row }) => isPossible(row))
    .map(({ meeting, row }) => ({ a: domains.a[row]!, b: domains.b[row]!, weight: meeting.weight }));
  const total = optional.reduce((sum, { meeting }) => sum + meeting.weight, 0);
  return Math.max(0, total - weightBound({ meetings, room, tables }));
}

/** How many meetings each firm can hold at all: the slots that any of its meetings may take, for each of its teams. */
function roomOf({ firms }: PlanInstance, domains: Domains): Int32Array {
  const { words, meeting, a, b } = domains;
  const slots = new Int32Array(firms.length * words);
  for (let row = 0; row < a.length; row += 1) {
    for (const firm of [a[row]!, b[row]!]) {
      for (let word = 0; word < words; word += 1) {
        slots[firm * words + word]! |= meeting[row * words + word]!;
      }
    }
  }
  return Int32Array.from(firms, ({ teams }, firm) => slotsOf(slots, firm, words).length * teams.length);
}
