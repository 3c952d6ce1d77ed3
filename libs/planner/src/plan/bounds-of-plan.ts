import { agendaFacts, cheapestAgenda, dayStartsOf } from '../bounds/agenda-bound.ts';
import { agendaBreaksBound, type BreaksProblem, pricedBreaksBound } from '../bounds/breaks-bound.ts';
import { weightBound } from '../bounds/weight-bound.ts';
import { tablesPerSlot } from '../certificates/find-contradiction.ts';
import { type PlanInstance } from '../instance/instance.ts';
import { type Domains, meetingsByFirm, slotsOf } from '../model/domains.ts';

/** How many steps of dynamic programming the priced bound may take in all: about half a second. */
const most = 1.5e8;

/** What no plan can beat, known before and while searching. */
export class PlanBounds {
  breaks: number;
  /** The least weight of optional meetings that is left out. */
  readonly weightOut: number;
  private readonly problem: BreaksProblem;
  private isPriced = false;

  constructor(instance: PlanInstance, domains: Domains) {
    const counts = (row: number) => !instance.meetings[row]!.optional;
    const byFirm = meetingsByFirm(domains);
    const facts = byFirm.flatMap((rows, firm) =>
      instance.firms[firm]!.teams.length > 1
        ? []
        : [agendaFacts(domains, rows, { slots: instance.slots, counts })],
    );
    this.problem = {
      facts,
      dayStarts: dayStartsOf(instance.days, instance.slots),
      tables: tablesPerSlot(instance),
    };
    this.breaks = agendaBreaksBound(this.problem);
    this.weightOut = leastWeightOut(instance, domains);
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
  const room = new Int32Array(instance.firms.length);
  for (let firm = 0; firm < room.length; firm += 1) {
    room[firm] = slotsOf(domains.open, firm, domains.words).length * instance.firms[firm]!.teams.length;
  }
  let tables = tablesPerSlot(instance).reduce((sum, count) => sum + count, 0);
  instance.meetings.forEach((meeting, row) => {
    if (meeting.optional) return;
    room[domains.a[row]!]! -= 1;
    room[domains.b[row]!]! -= 1;
    tables -= 1;
  });
  const meetings = optional.map(({ meeting, row }) => ({
    a: domains.a[row]!,
    b: domains.b[row]!,
    weight: meeting.weight,
  }));
  const total = meetings.reduce((sum, { weight }) => sum + weight, 0);
  return Math.max(0, total - weightBound({ meetings, room, tables }));
}
