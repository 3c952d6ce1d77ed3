import { Injectable } from '@nestjs/common';
import { contains, type Interval, overlaps } from '@forum/domain/time/interval';
import { type Transaction } from '../../database/database.ts';
import { HallsRepository } from '../../meetings/halls.repository.ts';
import { type Representative } from '../../meetings/planned-meetings.service.ts';
import { Reservations } from '../../reservations/reservations.service.ts';
import { PlanFactsRepository, type TeamPerson } from './plan-facts.repository.ts';
import { type PlanInput } from './plan-input.ts';

/** For whom people are chosen: a new meeting, or one that moves and has people already. */
interface Wanted {
  meetingId: string | null;
  teams: readonly [string, string];
  slot: number;
  tableId: string;
}

/** The people of both sides, or why nobody can come. */
type Chosen = { from: Representative[]; to: Representative[] } | { reason: string };

const mostOfASide = 3;

/** Chooses who represents a team in each meeting of a plan, as the hall is at the moment of publication. */
@Injectable()
export class Representatives {
  constructor(
    private readonly halls: HallsRepository,
    private readonly reservations: Reservations,
    private readonly facts: PlanFactsRepository,
  ) {}

  /**
   * Takes the edition for this transaction and reads who is free.
   *
   * @param given meetings whose people and tables are given back by the same publication
   */
  async ready(
    transaction: Transaction,
    editionId: string,
    input: PlanInput,
    given: readonly string[],
  ): Promise<{ choose(wanted: Wanted): Chosen }> {
    const people = await this.facts.people(transaction, editionId);
    const resources = [
      ...new Set([...people.map(({ personId }) => personId), ...input.tables.map(({ id }) => id)]),
    ];
    await this.reservations.lock(transaction, editionId, resources);
    const span = { start: input.slots[0]!.start, end: input.slots.at(-1)!.end };
    const givenBack = new Set(given);
    const taken = new Map<string, Interval[]>();
    for (const one of await this.reservations.taken(transaction, resources, span)) {
      if (givenBack.has(one.commitmentId)) continue;
      taken.set(one.resourceId, [...(taken.get(one.resourceId) ?? []), one]);
    }
    const halls = await this.halls.list(editionId, null, transaction);
    const seats = new Map(halls.flatMap((hall) => hall.tables.map((table) => [table.id, table.capacity])));
    const byTeam = grouped(people);
    const current = await participantsOf(transaction, given);
    return { choose: (wanted) => choose(wanted, { slots: input.slots, taken, seats, byTeam, current }) };
  }
}

interface Hall {
  slots: readonly Interval[];
  /** Taken times by person and table; grows with each choice. */
  taken: Map<string, Interval[]>;
  seats: ReadonlyMap<string, number>;
  byTeam: ReadonlyMap<string, readonly TeamPerson[]>;
  current: ReadonlyMap<string, ReadonlySet<string>>;
}

function choose({ meetingId, teams, slot, tableId }: Wanted, hall: Hall): Chosen {
  const time = hall.slots[slot]!;
  const isFree = (id: string) => !hall.taken.get(id)?.some((one) => overlaps(one, time));
  if (!isFree(tableId)) return { reason: 'table' };
  const most = Math.max(1, Math.min(mostOfASide, Math.floor((hall.seats.get(tableId) ?? 2) / 2)));
  const comeNow = (meetingId && hall.current.get(meetingId)) || new Set<string>();
  const side = (team: string) =>
    (hall.byTeam.get(team) ?? [])
      .filter(({ personId, available }) => isFree(personId) && isAvailable(available, time))
      .sort((a, b) => Number(comeNow.has(b.delegateId)) - Number(comeNow.has(a.delegateId)))
      .filter(({ delegateId }, place) => comeNow.has(delegateId) || place < most)
      .slice(0, Math.max(most, comeNow.size));
  const [from, to] = [side(teams[0]), side(teams[1])];
  if (from.length === 0 || to.length === 0) return { reason: 'people' };
  for (const id of [tableId, ...[...from, ...to].map(({ personId }) => personId)]) {
    hall.taken.set(id, [...(hall.taken.get(id) ?? []), time]);
  }
  const names = (people: readonly TeamPerson[]) =>
    people.map(({ delegateId, personId }) => ({ delegateId, personId }));
  return { from: names(from), to: names(to) };
}

const isAvailable = (available: readonly Interval[] | null, time: Interval) =>
  available === null || available.some((interval) => contains(interval, time));

function grouped(people: readonly TeamPerson[]): Map<string, TeamPerson[]> {
  const teams = new Map<string, TeamPerson[]>();
  for (const person of people) teams.set(person.teamId, [...(teams.get(person.teamId) ?? []), person]);
  return teams;
}

async function participantsOf(
  transaction: Transaction,
  meetingIds: readonly string[],
): Promise<Map<string, Set<string>>> {
  const rows = await transaction.query<{ meetingId: string; delegates: string[] }>(
    `select meeting_id as "meetingId", array_agg(delegate_id) as delegates from meeting_participant
     where meeting_id = any($1::uuid[]) group by meeting_id`,
    [meetingIds],
  );
  return new Map(rows.map(({ meetingId, delegates }) => [meetingId, new Set(delegates)]));
}
