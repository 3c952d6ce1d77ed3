import { listed } from '../certificates/contradiction.ts';
import { type PlanFirm, type PlanInstance, type PlanMeeting } from '../instance/instance.ts';
import { type Domains, slotsOf } from '../model/domains.ts';
import { nobody, pairTeams, placesOf } from '../model/pairings.ts';
import { type LeftOut, type Placement } from './plan-result.ts';

/** Why each meeting without a placement is left out, and what would make it fit. */
export function explainLeftOut(
  instance: PlanInstance,
  domains: Domains,
  placements: readonly (Placement | null)[],
): LeftOut[] {
  const out = instance.meetings.flatMap((_, row) => (placements[row] ? [] : [row]));
  if (out.length === 0) return [];
  const hall = new Hall(instance, placements);
  return out.map((row) => {
    const meeting = instance.meetings[row]!;
    const told =
      refusedFor(instance, meeting) ?? hall.blockedFor(meeting, slotsOf(domains.meeting, row, domains.words));
    return { meeting: meeting.id, ...told };
  });
}

const known = new WeakMap<PlanInstance, Map<string, PlanFirm>>();

function firmsById(instance: PlanInstance): Map<string, PlanFirm> {
  const found = known.get(instance) ?? new Map(instance.firms.map((firm) => [firm.id, firm]));
  known.set(instance, found);
  return found;
}

type Told = Omit<LeftOut, 'meeting'>;

function refusedFor(instance: PlanInstance, meeting: PlanMeeting): Told | null {
  const [a, b] = meeting.firms.map((id) => firmsById(instance).get(id)!);
  if (!instance.rules.ownCompany && a!.company === b!.company) {
    const reason = `Both firms belong to company ${a!.company}.`;
    return { code: 'own-company', reason, remedy: 'Allow meetings within a company, or drop it.' };
  }
  const { fails } = pairTeams(instance, meeting, [a!.teams, b!.teams]);
  if (fails === 'no-team') {
    const what = [
      meeting.capability && `capability ${meeting.capability}`,
      meeting.protocol && 'parity of rank and size',
    ];
    const reason = `No two teams of ${a!.id} and ${b!.id} have ${what.filter(Boolean).join(' and ') || 'what it needs'}.`;
    return { code: 'no-team', reason, remedy: 'Send a team that has it, or ask for less.' };
  }
  if (fails === 'no-interpreter') {
    const reason = `Teams of ${a!.id} and ${b!.id} share no language and no interpreter knows both sides.`;
    return { code: 'no-interpreter', reason, remedy: 'Engage an interpreter between their languages.' };
  }
  if (placesOf(instance, meeting).length === 0) {
    return {
      code: 'no-table',
      reason: 'It has no table where it may take place.',
      remedy: 'Name another table.',
    };
  }
  return null;
}

/** Who is busy when, and how many tables are taken, in a finished plan. */
class Hall {
  private readonly instance: PlanInstance;
  private readonly busy = new Map<string, Map<number, string[]>>();
  private readonly taken = new Map<string, number>();
  private readonly slotOf = new Map<string, number>();
  private readonly interpreting = new Set<string>();

  constructor(instance: PlanInstance, placements: readonly (Placement | null)[]) {
    this.instance = instance;
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
    const full = slots.filter((slot) => this.isFull(meeting, slot));
    const withRoom = slots.filter((slot) => !full.includes(slot));
    const bothFree = slots.filter((slot) => !this.isBusy(a, slot) && !this.isBusy(b, slot));
    if (withRoom.length === 0 || (bothFree.length > 0 && bothFree.every((slot) => full.includes(slot)))) {
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
    const free = bothFree.filter((slot) => !full.includes(slot));
    if (free.length > 0 && free.every((slot) => this.lacksInterpreter(meeting, slot))) {
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

  private lacksInterpreter(meeting: PlanMeeting, slot: number): boolean {
    const { interpreters } = this.instance;
    const [a, b] = meeting.firms.map((id) => firmsById(this.instance).get(id)!.teams);
    const isFree = (index: number) => {
      const { id, forbidden } = interpreters[index]!;
      return !forbidden.includes(slot) && !this.interpreting.has(`${id}\n${slot}`);
    };
    return pairTeams(this.instance, meeting, [a!, b!]).pairings.every(
      ({ interpreters: fitting }) =>
        fitting !== null && !fitting.some((index) => index === nobody || isFree(index)),
    );
  }

  private sameCompanies({ id, firms }: PlanMeeting): string | null {
    const companyOf = (firm: string) => firmsById(this.instance).get(firm)!.company;
    const pair = firms.map(companyOf).sort().join('\n');
    const same = this.instance.meetings.find(
      (other) =>
        other.id !== id && this.slotOf.has(other.id) && other.firms.map(companyOf).sort().join('\n') === pair,
    );
    return same?.id ?? null;
  }

  private isBusy(firm: string, slot: number): boolean {
    const teams = firmsById(this.instance).get(firm)!.teams.length;
    return (this.busy.get(firm)?.get(slot)?.length ?? 0) >= teams;
  }

  private isFull(meeting: PlanMeeting, slot: number): boolean {
    return placesOf(this.instance, meeting).every((place) => {
      const { id, count } = this.instance.tables[place]!;
      return (this.taken.get(`${id}\n${slot}`) ?? 0) >= count[slot]!;
    });
  }
}
