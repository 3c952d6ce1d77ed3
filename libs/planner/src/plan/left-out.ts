import { listed } from '../certificates/contradiction.ts';
import type { PlanFirm, PlanInstance, PlanMeeting } from '../instance/instance.ts';
import { type Domains, slotsOf } from '../model/domains.ts';
import { nobody, pairTeams, placesOf } from '../model/pairings.ts';
import type { LeftOut, Placement } from './plan-result.ts';
import { type Told, whyRefused } from './why-refused.ts';

/** Why each meeting without a placement is left out, and what would make it fit. */
export function explainLeftOut(
  instance: PlanInstance,
  domains: Domains,
  placements: readonly (Placement | null)[],
): LeftOut[] {
  const out = instance.meetings.flatMap((_, row) => (placements[row] ? [] : [row]));
  if (out.length === 0) return [];
  const firms = new Map(instance.firms.map((firm) => [firm.id, firm]));
  const hall = new Hall(instance, firms, placements);
  let looked = 0;
  return out.map((row) => {
    const meeting = instance.meetings[row]!;
    const slots = slotsOf(domains.meeting, row, domains.words);
    looked += slots.length;
    const isLast = looked > mostLooked && slots.length > 0;
    const told = whyRefused(instance, meeting, firms) ?? (isLast ? crowded : hall.blockedFor(meeting, slots));
    return { meeting: meeting.id, ...told };
  });
}

/** How many slots are looked at for reasons in all: a few tenths of a second. Of the meetings after that only a general one is told. */
const mostLooked = 600_000;

const crowded = {
  code: 'crowded',
  reason:
    'So many meetings are left out that it was not looked into each: firms and tables are taken by others.',
  remedy: 'Add tables or slots, or wish for fewer meetings; plan again to be told more.',
};

/** Who is busy when, and how many tables are taken, in a finished plan. */
class Hall {
  private readonly instance: PlanInstance;
  private readonly firms: ReadonlyMap<string, PlanFirm>;
  private readonly busy = new Map<string, Map<number, string[]>>();
  private readonly taken = new Map<string, number>();
  private readonly slotOf = new Map<string, number>();
  private readonly interpreting = new Set<string>();

  constructor(
    instance: PlanInstance,
    firms: ReadonlyMap<string, PlanFirm>,
    placements: readonly (Placement | null)[],
  ) {
    this.instance = instance;
    this.firms = firms;
    placements.forEach((placement, row) => {
      if (!placement) return;
      const { id, firms } = instance.meetings[row]!;
      this.slotOf.set(id, placement.slot);
      const key = `${placement.place}\n${placement.slot}`;
      this.taken.set(key, (this.taken.get(key) ?? 0) + 1);
      if (placement.interpreter !== null)
        this.interpreting.add(`${placement.interpreter}\n${placement.slot}`);
      for (const firm of firms) {
        const slots = this.busy.get(firm) ?? new Map<number, string[]>();
        slots.set(placement.slot, [...(slots.get(placement.slot) ?? []), id]);
        this.busy.set(firm, slots);
      }
    });
  }

  blockedFor(meeting: PlanMeeting, slots: readonly number[]): Told {
    const [a, b] = meeting.firms;
    if (slots.length === 0) {
      const reason = `Firms ${a} and ${b} have no slot open together that the meeting's session, pin and order leave it.`;
      return { code: 'no-slot', reason, remedy: `Open a slot of ${a} or ${b} that the other has open too.` };
    }
    const repeated = this.instance.rules.again ? null : this.sameCompanies(meeting);
    if (repeated) {
      const reason = `Meeting ${repeated} of the same companies is held.`;
      return { code: 'again', reason, remedy: `Drop ${repeated}, or allow companies to meet again.` };
    }
    const places = placesOf(this.instance, meeting);
    const full = slots.filter((slot) => this.isFull(places, slot));
    const isFull = new Set(full);
    const withRoom = slots.filter((slot) => !isFull.has(slot));
    const bothFree = slots.filter((slot) => !this.isBusy(a, slot) && !this.isBusy(b, slot));
    if (withRoom.length === 0 || (bothFree.length > 0 && bothFree.every((slot) => isFull.has(slot)))) {
      const where = bothFree.length > 0 ? bothFree : full;
      const reason = `All tables are taken in the slots that it could have (${listed(where.map(String), 12)}).`;
      return { code: 'tables-short', reason, remedy: `Add a table in slot ${where[0]}.` };
    }
    const tight = [a, b].find((firm) => withRoom.every((slot) => this.isBusy(firm, slot)));
    if (tight) {
      const others = withRoom.flatMap((slot) => this.busy.get(tight)?.get(slot) ?? []);
      const reason = `Firm ${tight} is busy in every slot that it could have (${listed(withRoom.map(String), 12)}).`;
      const remedy = `Open another slot of ${tight}, send another team, or drop one of ${listed(others, 4)}.`;
      return { code: 'agenda-full', reason, remedy };
    }
    const free = bothFree.filter((slot) => !isFull.has(slot));
    if (free.length > 0 && this.lacksInterpreter(meeting, free)) {
      const reason = `Every interpreter between teams of ${a} and ${b} is taken or away in the slots that it could have (${listed(free.map(String), 12)}).`;
      return {
        code: 'interpreters-short',
        reason,
        remedy: `Engage another interpreter between their languages in slot ${free[0]}.`,
      };
    }
    if (free.length > 0) {
      const reason = `Slot ${free[0]} is free for both, but what must come before, after or between forbids it.`;
      return {
        code: 'order',
        reason,
        remedy: 'Loosen its order, the walk, the buffer or the most in a row.',
      };
    }
    const slot = withRoom[0]!;
    const others = [a, b].flatMap((firm) => this.busy.get(firm)?.get(slot) ?? []);
    const reason = `Firms ${a} and ${b} are free in none of the same slots.`;
    return {
      code: 'agenda-clash',
      reason,
      remedy: `In slot ${slot} it fits in place of ${listed(others, 4)}.`,
    };
  }

  private lacksInterpreter(meeting: PlanMeeting, slots: readonly number[]): boolean {
    const [a, b] = meeting.firms.map((id) => this.firms.get(id)!.teams);
    const isFree = (index: number, slot: number) => {
      const { id, forbidden } = this.instance.interpreters[index]!;
      return !forbidden.includes(slot) && !this.interpreting.has(`${id}\n${slot}`);
    };
    return pairTeams(this.instance, meeting, [a!, b!]).pairings.every(
      ({ interpreters: fitting }) =>
        fitting !== null &&
        !fitting.some((index) => index === nobody || slots.some((slot) => isFree(index, slot))),
    );
  }

  private sameCompanies({ id, firms }: PlanMeeting): string | null {
    const companyOf = (firm: string) => this.firms.get(firm)!.company;
    const pair = firms.map(companyOf).sort().join('\n');
    const same = this.instance.meetings.find(
      (other) =>
        other.id !== id && this.slotOf.has(other.id) && other.firms.map(companyOf).sort().join('\n') === pair,
    );
    return same?.id ?? null;
  }

  private isBusy(firm: string, slot: number): boolean {
    const teams = this.firms.get(firm)!.teams.length;
    return (this.busy.get(firm)?.get(slot)?.length ?? 0) >= teams;
  }

  private isFull(places: readonly number[], slot: number): boolean {
    return places.every((place) => {
      const { id, count } = this.instance.tables[place]!;
      return (this.taken.get(`${id}\n${slot}`) ?? 0) >= count[slot]!;
    });
  }
}
