import { Injectable } from '@nestjs/common';
import type { Hall } from '@forum/contract/meetings/halls';
import type { PlanEvent } from '@forum/contract/matchmaking/planning/plan-run';
import { DomainError } from '@forum/domain/errors';
import { topicsOf } from '@forum/domain/matchmaking/topic-of';
import { type WishedMeeting, wishedMeetings } from '@forum/domain/matchmaking/wished-meetings';
import { slotsOf } from '@forum/domain/meetings/halls/slots';
import { isBefore } from '@forum/domain/time/instant';
import { contains, type Interval, overlaps } from '@forum/domain/time/interval';
import { forumDay } from '@forum/domain/time/forum-day';
import type { EditionFacts, EditionMeeting } from '@forum/planner/edition/edition-facts';
import { pairId } from '@forum/planner/edition/instance-of-edition';
import type { Transaction } from '../../../database/database.ts';
import type { EditionRef } from '../../../http/viewer.ts';
import { HallsRepository, noSuchHall } from '../../../meetings/halls/halls.repository.ts';
import { InterpretersRepository } from '../../../meetings/interpreters/interpreters.repository.ts';
import { type Busy, ReservationsService } from '../../../reservations/reservations.service.ts';
import {
  type PlanFirmRow,
  PlanFactsRepository,
  type StandingRow,
  type TeamPerson,
} from './plan-facts.repository.ts';
import { checkEvents } from './check-events.ts';
import { absencesOf } from './firm-absences.ts';
import { type Happened, happened } from './happened.ts';
import { interpretersAtWork, keepsOwnInterpreter } from './interpreters-at-work.ts';
import { metPairs } from './met-pairs.ts';
import type { PlanInput } from './plan-input.ts';
import { standingIn } from './standing-in.ts';

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
    private readonly reservations: ReservationsService,
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
    if (!hall) throw noSuchHall(wanted.hallId);
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
    const interpreters = await this.interpreters.list(edition.id, null, transaction);
    const withTeam = firmsWithTeam(everybody);
    checkEvents(wanted.events, { hall, firms, withTeam, standing, interpreters });
    const events = happened(wanted.events, standing, await absencesOf(transaction, edition.id, now));
    const stands = standingIn(slots, { hallId: hall.id, tables: here }, standing, events);
    const isIn = new Set(stands.map(({ row }) => row.id));
    const rows = stands.map(({ row }) => row);
    const ownInterpreters = keepsOwnInterpreter(rows, everybody);
    // A repair may move what stands, its people and interpreters with it; a plan only counts its table and its teams' time.
    const isReleased = (resourceId: string, commitmentId: string) =>
      isIn.has(commitmentId) &&
      (events.isRepair ? ownInterpreters.get(commitmentId) !== resourceId : here.has(resourceId));
    const standingTeams = new Set(rows.flatMap(({ fromTeamId, toTeamId }) => [fromTeamId, toTeamId]));
    const people = everybody.filter(({ teamId, isRemoved }) => !isRemoved || standingTeams.has(teamId));
    const span = { start: first.start, end: last.end };
    const resources = [
      ...new Set(people.map(({ personId }) => personId)),
      ...here,
      ...interpreters.map(({ id }) => id),
    ];
    const busy = byResource(
      (await this.reservations.taken(transaction, resources, span)).filter(
        ({ commitmentId, resourceId }) => !isReleased(resourceId, commitmentId),
      ),
    );
    const slotNumber = new Map(slots.map(({ start }, slot) => [start, slot]));
    const met = await metPairs(transaction, edition.id, now);
    const pins = (await this.facts.pins(transaction, edition.id)).flatMap(({ firmId, withFirmId, start }) => {
      const slot = slotNumber.get(start);
      return slot === undefined ? [] : [{ a: firmId, b: withFirmId, slot }];
    });
    const wished = await this.#wished(transaction, edition.id, { firms, standing, events, met, pins, slots });
    const hasElsewhere = countByFirm([
      ...met,
      ...standing.flatMap((row) => (isIn.has(row.id) ? [] : [[row.fromFirmId, row.toFirmId] as const])),
    ]);
    const preferred = await this.facts.preferred(transaction, edition.id);
    // A plan leaves what stands alone, also where its people have said since that they cannot come.
    const isHeldBy = new Set(
      events.isRepair
        ? []
        : stands.flatMap(({ row, slot }) => [`${row.fromTeamId} ${slot}`, `${row.toTeamId} ${slot}`]),
    );
    const small = (firm: PlanFirmRow) => smallSizes.has(firm.size ?? '');
    return {
      isRepair: events.isRepair,
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
            isHeldBy.has(`${person.teamId} ${slot}`) ||
            (isFree(busy.get(person.personId), slots[slot]!) &&
              isAvailable(person, slots[slot]!) &&
              !events.isAway(firmId, slots[slot]!)),
          slots.length,
          (firm) => ({
            // What a firm has had, or has in another hall, counts.
            floor: small(firm) ? Math.max(0, wanted.floorForSmall - (hasElsewhere.get(firm.id) ?? 0)) : 0,
            preferred: slotsWithin(preferred.get(firm.id) ?? [], slots),
          }),
        ),
        interpreters: wanted.onlyInterpreted
          ? interpretersAtWork(interpreters, slots, (id) => busy.get(id) ?? [], events.away)
          : [],
        wished: await this.#withTopics(transaction, edition.id, wished),
        standing: stands.map(({ row, slot, isStruck }) => ({
          id: row.id,
          ...{ a: row.fromFirmId, b: row.toFirmId, slot },
          teams: [row.fromTeamId, row.toTeamId] as const,
          interpreter: row.interpreterId,
          // A plan adds to what stands; a repair moves what a plan has made.
          agreed: !events.isRepair || (!row.planned && !isStruck),
          isInterpreted: !events.isRepair,
        })),
        pins: events.isRepair ? pins : pins.filter(({ a, b }) => !stands.some(({ row }) => isOf(row, a, b))),
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
      standing: stands.map(({ row, slot }) => ({
        meetingId: row.id,
        ...{ slot, table: row.tableId, interpreter: row.interpreterId },
        teams: [row.fromTeamId, row.toTeamId],
        ...(row.isWithoutPlace ? { lostAt: row.start } : {}),
      })),
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
    const withTeam = firmsWithTeam(people);
    const slots = hall ? slotsOf(hall).filter((slot) => isBefore(now, slot.start)) : [];
    const events = happened([], standing, await absencesOf(transaction, editionId, now));
    const met = await metPairs(transaction, editionId, now);
    const pins = (await this.facts.pins(transaction, editionId)).flatMap(({ firmId, withFirmId, start }) =>
      isBefore(now, start) ? [{ a: firmId, b: withFirmId }] : [],
    );
    const wished = await this.#wished(transaction, editionId, { firms, standing, events, met, pins, slots });
    return {
      firms: withTeam.size,
      wishes: wishes.length,
      pairs: wished.filter(({ a, b }) => withTeam.has(a) && withTeam.has(b)).length,
      slots: slots.length,
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

  /**
   * The meetings that wishes ask for, of pairs that may meet, do not meet already and have not met, unless they are
   * pinned, and of firms that are there at all; in a repair those added.
   */
  async #wished(
    transaction: Transaction,
    editionId: string,
    { firms, standing, events, met, pins, slots }: Wishing,
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
    const pinned = new Set(pins.map(({ a, b }) => pairId(a, b)));
    const meets = new Set([
      ...standing.map(({ fromFirmId, toFirmId }) => pairId(fromFirmId, toFirmId)),
      ...met.map(([a, b]) => pairId(a, b)).filter((pair) => !pinned.has(pair)),
    ]);
    const isGone = memoised((firmId) => slots.every((slot) => events.isAway(firmId, slot)));
    return wishedMeetings({
      wishes: await this.facts.wishes(transaction, editionId),
      mayMeet: (a, b) => !meets.has(pairId(a, b)) && !isGone(a) && !isGone(b) && mayMeet(a, b),
      score: () => 0,
    });
  }
}

/** What decides which wishes are planned. */
interface Wishing {
  firms: readonly PlanFirmRow[];
  standing: readonly StandingRow[];
  events: Happened;
  /** Pairs that have met. */
  met: readonly (readonly [string, string])[];
  /** Pairs that the desk wants to meet, whatever was. */
  pins: readonly { a: string; b: string }[];
  slots: readonly Interval[];
}

/** Firms that have somebody to send to a new meeting. */
const firmsWithTeam = (people: readonly TeamPerson[]): Set<string> =>
  new Set(people.flatMap(({ firmId, isRemoved }) => (isRemoved ? [] : [firmId])));

const isOf = ({ fromFirmId, toFirmId }: StandingRow, a: string, b: string) =>
  pairId(fromFirmId, toFirmId) === pairId(a, b);

function countByFirm(pairs: readonly (readonly [string, string])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const firm of pairs.flat()) counts.set(firm, (counts.get(firm) ?? 0) + 1);
  return counts;
}

function memoised<Value>(ask: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    if (!known.has(key)) known.set(key, ask(key));
    return known.get(key) as Value;
  };
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
  const days = slots.map(({ start }) => forumDay(start, { zone }));
  return days.flatMap((day, slot) => (day === days[slot - 1] ? [] : [slot]));
}
