import { Injectable } from '@nestjs/common';
import type { Hall } from '@forum/contract/meetings/halls';
import type { Interpreter } from '@forum/contract/meetings/interpreters';
import { DomainError } from '@forum/domain/errors';
import type { Lines } from '@forum/domain/matchmaking/topic-of';
import type { Wish } from '@forum/domain/matchmaking/wishes';
import { slotsOf } from '@forum/domain/meetings/halls/slots';
import { isBefore } from '@forum/domain/time/instant';
import type { Interval } from '@forum/domain/time/interval';
import type { Transaction } from '../../../database/database.ts';
import type { EditionRef } from '../../../http/viewer.ts';
import { HallsRepository, noSuchHall } from '../../../meetings/halls/halls.repository.ts';
import { InterpretersRepository } from '../../../meetings/interpreters/interpreters.repository.ts';
import { ReservationsService, type Taken } from '../../../reservations/reservations.service.ts';
import { absencesOf, type FirmAbsence } from './firm-absences.repository.ts';
import { metPairs } from './met-pairs.repository.ts';
import {
  PlanFactsRepository,
  type PlanFirmRow,
  type StandingRow,
  type TeamPerson,
} from './plan-facts.repository.ts';

/** What an edition is at this moment, as far as any plan asks. */
export interface EditionAtWork {
  firms: readonly PlanFirmRow[];
  /** Of all teams, also those that were removed. */
  people: readonly TeamPerson[];
  standing: readonly StandingRow[];
  interpreters: readonly Interpreter[];
  absences: readonly FirmAbsence[];
  /** Pairs that have met, once for each of their meetings. */
  met: readonly (readonly [string, string])[];
  /** Pairs that the desk wants to meet at a time. */
  pins: readonly { firmId: string; withFirmId: string; start: string }[];
  wishes: readonly Wish[];
  mayMeet(a: string, b: string): boolean;
}

/** What a plan of a hall is made of. */
export interface PlanFacts extends EditionAtWork {
  edition: EditionRef;
  hall: Hall;
  /** Those to come, at least one. */
  slots: readonly Interval[];
  /** When firms would rather meet, by firm. */
  preferred: ReadonlyMap<string, readonly Interval[]>;
  /** What firms offer and need, by firm. */
  profiles: ReadonlyMap<string, Lines>;
  /** When people, tables and interpreters are taken, and by what. */
  taken: readonly Taken[];
}

/** Loads what a plan is made of, as it is at this moment. */
@Injectable()
export class PlanFactsLoader {
  constructor(
    private readonly halls: HallsRepository,
    private readonly reservations: ReservationsService,
    private readonly facts: PlanFactsRepository,
    private readonly interpreters: InterpretersRepository,
  ) {}

  /** @throws DomainError `not_found`, or `meeting.closed_time` where the hall has no slot to come */
  async load(transaction: Transaction, edition: EditionRef, hallId: string, now: string): Promise<PlanFacts> {
    const [hall] = await this.halls.list(edition.id, hallId, transaction);
    if (!hall) throw noSuchHall(hallId);
    const slots = slotsToCome(hall, now);
    const [first, last] = [slots[0], slots.at(-1)];
    if (!first || !last) throw hasNoSlot(hall);
    const atWork = await this.loadEdition(transaction, edition.id, now);
    const resources = [
      ...new Set(atWork.people.map(({ personId }) => personId)),
      ...hall.tables.map(({ id }) => id),
      ...atWork.interpreters.map(({ id }) => id),
    ];
    const firmIds = atWork.firms.map(({ id }) => id);
    return {
      ...atWork,
      ...{ edition, hall, slots },
      preferred: await this.facts.preferred(transaction, edition.id),
      profiles: await this.facts.profiles(transaction, edition.id, firmIds),
      taken: await this.reservations.taken(transaction, resources, { start: first.start, end: last.end }),
    };
  }

  async loadEdition(transaction: Transaction, editionId: string, now: string): Promise<EditionAtWork> {
    const firms = await this.facts.firms(transaction, editionId);
    return {
      firms,
      people: await this.facts.people(transaction, editionId),
      standing: await this.facts.standing(transaction, editionId, now),
      interpreters: await this.interpreters.list(editionId, null, transaction),
      absences: await absencesOf(transaction, editionId, now),
      met: await metPairs(transaction, editionId, now),
      pins: await this.facts.pins(transaction, editionId),
      wishes: await this.facts.wishes(transaction, editionId),
      mayMeet: await this.facts.policy(transaction, editionId, firms),
    };
  }
}

/** The slots of a hall that have not begun. */
export const slotsToCome = (hall: Hall, now: string): Interval[] =>
  slotsOf(hall).filter((slot) => isBefore(now, slot.start));

/** Firms that have somebody to send to a new meeting. */
export const firmsWithTeam = (people: readonly TeamPerson[]): Set<string> =>
  new Set(people.flatMap(({ firmId, isRemoved }) => (isRemoved ? [] : [firmId])));

const hasNoSlot = ({ name }: Hall) =>
  new DomainError(
    'meeting.closed_time',
    { hall: name },
    `${name} has no slot that is still to come; give it hours first.`,
  );
