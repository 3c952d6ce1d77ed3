import { Injectable } from '@nestjs/common';
import { type Hall } from '@forum/contract/meetings';
import { type PlanEvent } from '@forum/contract/planning';
import { DomainError } from '@forum/domain/errors';
import { topicsOf } from '@forum/domain/matchmaking/topic-of';
import { type WishedMeeting, wishedMeetings } from '@forum/domain/matchmaking/wished-meetings';
import { slotsOf } from '@forum/domain/meetings/slots';
import { isBefore } from '@forum/domain/time/instant';
import { contains, type Interval, intervalOf, overlaps } from '@forum/domain/time/interval';
import { dateIn } from '@forum/domain/time/zoned';
import { type EditionFacts, type EditionMeeting } from '@forum/planner/edition/edition-facts';
import { pairId } from '@forum/planner/edition/instance-of-edition';
import { type Transaction } from '../../database/database.ts';
import { type EditionRef } from '../../http/viewer.ts';
import { HallsRepository } from '../../meetings/halls.repository.ts';
import { InterpretersRepository } from '../../meetings/interpreters/interpreters.repository.ts';
import { noSuchInterpreter } from '../../meetings/interpreters/interpreters.service.ts';
import { type Busy, Reservations } from '../../reservations/reservations.service.ts';
import {
  type PlanFirmRow,
  PlanFactsRepository,
  type StandingRow,
  type TeamPerson,
} from './plan-facts.repository.ts';
import { type Happened, happened } from './happened.ts';
import { interpretersAtWork, keepsOwnInterpreter } from './interpreters-at-work.ts';
import { type PlanInput } from './plan-input.ts';

/** What a run is asked for, beside the hall as it is. */
export interface PlanWanted {
  hallId: string;
  mustsAreMandatory: boolean;
  fairness: number | null;
  mostInARow: number | null;
  floorForSmall: number;
  onlyInterpreted: boolean;
  /** Empty for a plan, not for a repair. */
  events: readonly PlanEvent[];
}

const smallSizes = new Set(['micro', 'small']);

/** Reads what a plan of a hall is made of, as it is at this moment. */
@Injectable()
export class PlanFacts {
  constructor(
    private readonly halls: HallsRepository,
    private readonly reservations: Reservations,
    private readonly facts: PlanFactsRepository,
    private readonly interpreters: InterpretersRepository,
  ) {}

  async read(
    transaction: Transaction,
    edition: EditionRef,
    wanted: PlanWanted,
    now: string,
  ): Promise<PlanInput> {
    const [hall] = await this.halls.list(edition.id, wanted.hallId, transaction);
    if (!hall) throw new DomainError('not_found', { hall: wanted.hallId }, 'This edition has no such hall.');
    const slots = slotsOf(hall).filter((slot) => isBefore(now, slot.start));
    const [first, last] = [slots[0], slots.at(-1)];
    if (!first || !last) {
      throw new DomainError(
        'meeting.closed_time',
        { hall: hall.name },
        `${hall.name} has no slot that is still to come; give it hours first.`,
      );
    }
    const [firms, everybody, standing] = [
      await this.facts.firms(transaction, edition.id),
      await this.facts.people(transaction, edition.id),
      await this.facts.standing(transaction, edition.id, now),
    ];
    const here = new Set(hall.tables.map(({ id }) => id));
    const events = happened(wanted.events, standing, (row) => here.has(row.tableId));
    const interpreters = await this.interpreters.list(edition.id, null, transaction);
    for (const { interpreterId, from, until } of events.away) {
      intervalOf(from, until);
      if (!interpreters.some(({ id }) => id === interpreterId)) throw noSuchInterpreter(interpreterId);
    }
    const ownInterpreters = keepsOwnInterpreter(events.standing, everybody);
    const movable = new Set(events.standing.map(({ id }) => id));
    const standingTeams = new Set(
      events.standing.flatMap(({ fromTeamId, toTeamId }) => [fromTeamId, toTeamId]),
    );
    const people = everybody.filter(({ teamId, isRemoved }) => !isRemoved || standingTeams.has(teamId));
    const span = { start: first.start, end: last.end };
    const resources = [
      ...new Set(people.map(({ personId }) => personId)),
      ...here,
      ...interpreters.map(({ id }) => id),
    ];
    const busy = byResource(
      (await this.reservations.taken(transaction, resources, span)).filter(
        ({ commitmentId, resourceId }) =>
          !movable.has(commitmentId) || ownInterpreters.get(commitmentId) === resourceId,
      ),
    );
    const slotNumber = new Map(slots.map(({ start }, slot) => [start, slot]));
    const wished = await this.#wished(transaction, edition.id, firms, standing, events);
    const preferred = await this.facts.preferred(transaction, edition.id);
    const small = (firm: PlanFirmRow) => smallSizes.has(firm.size ?? '');
    return {
      facts: {
        name: `${edition.slug} ${hall.name}`,
        slots: slots.length,
        dayStarts: dayStarts(slots, edition.zone),
        tables: hall.tables.map(({ id }) => ({
          id,
          free: slots.map((slot) => isFree(busy.get(id), slot) && !events.closes(id, slot)),
        })),
        firms: teamsOf(
          firms,
          people,
          (person, slot, firmId) =>
            isFree(busy.get(person.personId), slots[slot]!) &&
            isAvailable(person, slots[slot]!) &&
            !events.isAway(firmId, slots[slot]!),
          slots.length,
          (firm) => ({
            floor: small(firm) ? wanted.floorForSmall : 0,
            preferred: slotsWithin(preferred.get(firm.id) ?? [], slots),
          }),
        ),
        interpreters: wanted.onlyInterpreted
          ? interpretersAtWork(interpreters, slots, (id) => busy.get(id) ?? [], events.away)
          : [],
        wished: await this.#withTopics(transaction, edition.id, wished),
        standing: events.standing.flatMap((row) => {
          const slot = slotNumber.get(row.start);
          const [a, b] = [row.fromFirmId, row.toFirmId];
          const agreed = !row.planned && !events.touches(row, slots[slot ?? 0]!);
          return slot === undefined
            ? []
            : [
                {
                  ...{ id: row.id, a, b, slot, agreed },
                  teams: [row.fromTeamId, row.toTeamId] as const,
                  interpreter: row.interpreterId,
                },
              ];
        }),
        pins: (await this.facts.pins(transaction, edition.id)).flatMap(({ firmId, withFirmId, start }) => {
          const slot = slotNumber.get(start);
          return slot === undefined ? [] : [{ a: firmId, b: withFirmId, slot }];
        }),
        rules: {
          fairness: wanted.fairness,
          mostInARow: wanted.mostInARow,
          mustsAreMandatory: wanted.mustsAreMandatory && wanted.events.length === 0,
        },
      },
      slots,
      tables: hall.tables.map(({ id, label }) => ({ id, label })),
      firms: firms.map((firm) => ({ id: firm.id, name: firm.name, small: small(firm) })),
      interpreters: interpreters.map(({ id, name }) => ({ id, name })),
      standing: events.standing.flatMap((row) => {
        const slot = slotNumber.get(row.start);
        return slot === undefined
          ? []
          : [
              {
                ...{ meetingId: row.id, slot, table: row.tableId, interpreter: row.interpreterId },
                teams: [row.fromTeamId, row.toTeamId],
              },
            ];
      }),
      ended: events.ended,
      closed: events.closed,
      away: events.away,
    };
  }

  /** What a plan could be made of now, in figures. */
  async scope(transaction: Transaction, editionId: string, hall: Hall | undefined, now: string) {
    const firms = await this.facts.firms(transaction, editionId);
    const people = await this.facts.people(transaction, editionId);
    const wishes = await this.facts.wishes(transaction, editionId);
    const standing = await this.facts.standing(transaction, editionId, now);
    const withTeam = new Set(people.flatMap(({ firmId, isRemoved }) => (isRemoved ? [] : [firmId])));
    const events = happened([], standing, () => false);
    const wished = await this.#wished(transaction, editionId, firms, standing, events);
    return {
      firms: withTeam.size,
      wishes: wishes.length,
      pairs: wished.filter(({ a, b }) => withTeam.has(a) && withTeam.has(b)).length,
      slots: hall ? slotsOf(hall).filter((slot) => isBefore(now, slot.start)).length : 0,
      tables: hall?.tables.length ?? 0,
      interpreters: (await this.interpreters.list(editionId, null, transaction)).length,
    };
  }

  async #withTopics(
    transaction: Transaction,
    editionId: string,
    wished: readonly WishedMeeting[],
  ): Promise<EditionMeeting[]> {
    const firmIds = [...new Set(wished.flatMap(({ a, b }) => [a, b]))];
    const profiles = await this.facts.profiles(transaction, editionId, firmIds);
    return wished.map((meeting) => {
      const [one, other] = [profiles.get(meeting.a), profiles.get(meeting.b)];
      return { ...meeting, topics: one && other ? topicsOf(one, other) : [] };
    });
  }

  /** The meetings that wishes ask for, of pairs that may meet and do not meet already; in a repair those added. */
  async #wished(
    transaction: Transaction,
    editionId: string,
    firms: readonly PlanFirmRow[],
    standing: readonly StandingRow[],
    events: Happened,
  ): Promise<WishedMeeting[]> {
    const mayMeet = await this.facts.policy(transaction, editionId, firms);
    if (events.isRepair) {
      const barred = events.added.find(({ a, b }) => !mayMeet(a, b));
      if (!barred) return events.added;
      throw new DomainError(
        'request.invalid',
        { firms: [barred.a, barred.b] },
        'These two firms must not meet, by a rule or the list of this edition. Choose others, or change the rule.',
      );
    }
    const meets = new Set(standing.map(({ fromFirmId, toFirmId }) => pairId(fromFirmId, toFirmId)));
    return wishedMeetings({
      wishes: await this.facts.wishes(transaction, editionId),
      mayMeet: (a, b) => !meets.has(pairId(a, b)) && mayMeet(a, b),
      score: () => 0,
    });
  }
}

const slotsWithin = (times: readonly Interval[], slots: readonly Interval[]): number[] =>
  slots.flatMap((slot, number) => (times.some((time) => contains(time, slot)) ? [number] : []));

const isFree = (busy: readonly Busy[] | undefined, slot: Interval) =>
  !busy?.some((one) => overlaps(one, slot));

const isAvailable = ({ available }: TeamPerson, slot: Interval) =>
  available === null || available.some((interval) => contains(interval, slot));

function byResource(busy: readonly Busy[]): Map<string, Busy[]> {
  const resources = new Map<string, Busy[]>();
  for (const one of busy) resources.set(one.resourceId, [...(resources.get(one.resourceId) ?? []), one]);
  return resources;
}

/** Firms with their teams; a team is busy in a slot in which nobody of it can come. */
function teamsOf(
  firms: readonly PlanFirmRow[],
  people: readonly TeamPerson[],
  canCome: (person: TeamPerson, slot: number, firmId: string) => boolean,
  slots: number,
  wishesOf: (firm: PlanFirmRow) => { floor: number; preferred: number[] },
): EditionFacts['firms'] {
  const teams = new Map<string, Map<string, TeamPerson[]>>();
  for (const person of people) {
    const ofFirm = teams.get(person.firmId) ?? new Map<string, TeamPerson[]>();
    ofFirm.set(person.teamId, [...(ofFirm.get(person.teamId) ?? []), person]);
    teams.set(person.firmId, ofFirm);
  }
  return firms.flatMap((firm) => {
    const own = teams.get(firm.id);
    if (!own) return [];
    return [
      {
        id: firm.id,
        ...wishesOf(firm),
        teams: [...own].map(([id, members]) => ({
          id,
          busy: Array.from({ length: slots }, (_, slot) => slot).filter(
            (slot) => !members.some((person) => canCome(person, slot, firm.id)),
          ),
          capabilities: members[0]?.capabilities ?? [],
          languages: [...new Set(members.flatMap(({ languages }) => languages))],
          onlyStanding: members.some(({ isRemoved }) => isRemoved),
        })),
      },
    ];
  });
}

function dayStarts(slots: readonly Interval[], zone: string): number[] {
  const days = slots.map(({ start }) => dateIn(start, zone));
  return days.flatMap((day, slot) => (day === days[slot - 1] ? [] : [slot]));
}
