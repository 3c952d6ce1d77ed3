import { Injectable } from '@nestjs/common';
import { contains, type Interval, overlaps } from '@forum/domain/time/interval';
import type { Transaction } from '../../../database/database.ts';
import { HallsRepository } from '../../../meetings/halls/halls.repository.ts';
import { InterpretersRepository } from '../../../meetings/interpreters/interpreters.repository.ts';
import type { Representative } from '../../../meetings/planned/planned-meetings.ts';
import { type Busy, ReservationsService } from '../../../reservations/reservations.service.ts';
import { PlanFactsRepository, type TeamPerson } from '../facts/plan-facts.repository.ts';
import type { PlanInput } from '../facts/plan-input.ts';
import { participantsOf } from './participants.repository.ts';

/** For whom people are chosen: a new meeting, or one that moves and has people already. */
interface Wanted {
  meetingId: string | null;
  teams: readonly [string, string];
  slot: Interval;
  tableId: string;
}

/** The people of both sides, or why nobody can come. */
type Chosen = { from: Representative[]; to: Representative[] } | { reason: 'table' | 'people' };

/** Who and what is taken at the moment of a publication, and who could come. */
export interface HallNow {
  taken: readonly (Busy & { commitmentId: string })[];
  seats: ReadonlyMap<string, number>;
  byTeam: ReadonlyMap<string, readonly TeamPerson[]>;
  /** Who comes to a meeting that stands, by the meeting. */
  comeNow: ReadonlyMap<string, ReadonlySet<string>>;
  /** When each interpreter on the list works; null means whenever the hall is open. */
  interpreters: ReadonlyMap<string, readonly Interval[] | null>;
}

const mostOfASide = 3;

/** Reads who can represent the teams of a plan, as the hall is at the moment of publication. */
@Injectable()
export class Representatives {
  constructor(
    private readonly halls: HallsRepository,
    private readonly reservations: ReservationsService,
    private readonly facts: PlanFactsRepository,
    private readonly interpreters: InterpretersRepository,
  ) {}

  async hall(transaction: Transaction, editionId: string, input: PlanInput): Promise<HallNow> {
    const people = await this.facts.people(transaction, editionId);
    const interpreters = await this.interpreters.list(editionId, null, transaction);
    const resources = new Set([
      ...people.map(({ personId }) => personId),
      ...[...input.tables, ...interpreters].map(({ id }) => id),
    ]);
    const span = { start: input.slots[0]!.start, end: input.slots.at(-1)!.end };
    const halls = await this.halls.list(editionId, null, transaction);
    return {
      taken: await this.reservations.taken(transaction, [...resources], span),
      seats: new Map(halls.flatMap((hall) => hall.tables.map((table) => [table.id, table.capacity]))),
      byTeam: grouped(people),
      comeNow: await participantsOf(transaction, [
        ...input.standing.map(({ meetingId }) => meetingId),
        ...input.ended,
      ]),
      interpreters: new Map(interpreters.map(({ id, hours }) => [id, hours])),
    };
  }
}

/** Takes people, tables and interpreters of a hall, one meeting after another, and never twice. */
export class Seating {
  readonly #taken = new Map<string, Interval[]>();

  /**
   * @param given meetings whose people, tables and interpreters the same publication gives back
   * @param reinterpreted those of which it gives back the interpreter only
   */
  constructor(
    private readonly hall: HallNow,
    given: ReadonlySet<string>,
    reinterpreted: ReadonlySet<string>,
  ) {
    for (const one of hall.taken) {
      const isReleased = reinterpreted.has(one.commitmentId) && hall.interpreters.has(one.resourceId);
      if (!given.has(one.commitmentId) && !isReleased) this.take(one.resourceId, one);
    }
  }

  isFree(resourceId: string, slot: Interval): boolean {
    return !this.#taken.get(resourceId)?.some((one) => overlaps(one, slot));
  }

  take(resourceId: string, slot: Interval): void {
    this.#taken.set(resourceId, [...(this.#taken.get(resourceId) ?? []), slot]);
  }

  /** Takes an interpreter when they work then and are free; null when they are not. */
  interpret(id: string | null, slot: Interval): string | null {
    const hours = id === null ? undefined : this.hall.interpreters.get(id);
    if (id === null || hours === undefined || !isAvailable(hours, slot) || !this.isFree(id, slot))
      return null;
    this.take(id, slot);
    return id;
  }

  /** Chooses who comes, those who come already first, and takes them and the table. */
  choose({ meetingId, teams, slot, tableId }: Wanted): Chosen {
    if (!this.isFree(tableId, slot)) return { reason: 'table' };
    const { byTeam, comeNow, seats } = this.hall;
    const most = Math.max(1, Math.min(mostOfASide, Math.floor((seats.get(tableId) ?? 2) / 2)));
    const now = (meetingId && comeNow.get(meetingId)) || new Set<string>();
    const side = (team: string) =>
      (byTeam.get(team) ?? [])
        .filter(({ isRemoved }) => meetingId !== null || !isRemoved)
        .filter(({ personId, available }) => this.isFree(personId, slot) && isAvailable(available, slot))
        .sort((a, b) => Number(now.has(b.delegateId)) - Number(now.has(a.delegateId)))
        .filter(({ delegateId }, place) => now.has(delegateId) || place < most)
        .slice(0, Math.max(most, now.size))
        .map(({ delegateId, personId }) => ({ delegateId, personId }));
    const [from, to] = [side(teams[0]), side(teams[1])];
    if (from.length === 0 || to.length === 0) return { reason: 'people' };
    for (const id of [tableId, ...[...from, ...to].map(({ personId }) => personId)]) this.take(id, slot);
    return { from, to };
  }
}

const isAvailable = (available: readonly Interval[] | null, time: Interval) =>
  available === null || available.some((interval) => contains(interval, time));

function grouped(people: readonly TeamPerson[]): Map<string, TeamPerson[]> {
  const teams = new Map<string, TeamPerson[]>();
  for (const person of people) teams.set(person.teamId, [...(teams.get(person.teamId) ?? []), person]);
  return teams;
}
