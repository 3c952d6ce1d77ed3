import { Injectable } from '@nestjs/common';
import { DomainError } from '@forum/domain/errors';
import type { Interval } from '@forum/domain/time/interval';
import { type Transaction, postgresCode, type SqlReader } from '../database/database.ts';
import { lock, locks } from '../database/locks.ts';

/** What cannot be in two places at once. */
export type ResourceKind = 'person' | 'table' | 'room' | 'interpreter';

/** What takes the time of resources: a meeting, a closed table, a session that somebody speaks in. */
export interface Commitment {
  kind: string;
  id: string;
}

/** One resource for one time. */
export interface Reservation extends Interval {
  kind: ResourceKind;
  resourceId: string;
}

/** A time at which a resource is taken. */
export interface Busy extends Interval {
  resourceId: string;
}

/** The same, and by what. */
export interface Taken extends Busy {
  commitmentId: string;
  commitmentKind: string;
}

/** What a commitment takes: the resource that others may have taken meanwhile, and those that are locked. */
export interface Booking {
  editionId: string;
  commitment: Commitment;
  contested: Reservation;
  others: readonly Reservation[];
}

/** What a commitment takes of one kind from now on; null for nothing. */
export interface Replacement {
  editionId: string;
  commitment: Commitment;
  kind: ResourceKind;
  reservation: Reservation | null;
}

/** More locks than this at once are replaced by the edition's own, so that a bulk write cannot fill the lock table. */
const mostSingleLocks = 20;
const overlapRefused = '23P01';

/**
 * Knows every commitment of the forum and that none overlaps another of the same resource. Advisory locks come first,
 * in one order for everybody, so that nobody deadlocks; the temporal constraint of the table is the backstop.
 */
@Injectable()
export class ReservationsService {
  /**
   * Waits until this transaction alone may decide on the given keys: resource ids, or other names that its writers agree
   * on. What is read in later statements stays true until the commit.
   */
  async lock(transaction: Transaction, editionId: string, keys: readonly string[]): Promise<void> {
    const distinct = [...new Set(keys)];
    if (distinct.length > mostSingleLocks) return this.lockAll(transaction, editionId);
    await transaction.query(
      `select pg_advisory_xact_lock_shared(hashtextextended($1, ${locks.reservationsOfEdition})),
         (select count(pg_advisory_xact_lock(key)) from (select hashtextextended(k, ${locks.reservedResource}) as key from unnest($2::text[]) k order by 1) sorted)`,
      [editionId, distinct],
    );
  }

  /** Waits until this transaction alone may decide on anything of the edition. */
  async lockAll(transaction: Transaction, editionId: string): Promise<void> {
    await lock(transaction, 'reservationsOfEdition', editionId);
  }

  /**
   * Takes the first of some keys that nobody else holds; with `wait`, waits for the first of all when others hold each.
   * Whoever holds such a key already must not wait for another, so that nobody waits in a ring.
   */
  async lockOne(transaction: Transaction, keys: readonly string[], wait: boolean): Promise<string | null> {
    const [free] = await transaction.query<{ key: string }>(
      `select key from unnest($1::text[]) key where pg_try_advisory_xact_lock(hashtextextended(key, ${locks.reservedResource})) limit 1`,
      [keys],
    );
    const [first] = keys;
    if (free || !first || !wait) return free?.key ?? null;
    await lock(transaction, 'reservedResource', first);
    return first;
  }

  /** When the resources are taken within a span, by others than `except`; whoever speaks in a session is taken too. */
  async busy(
    reader: SqlReader,
    resourceIds: readonly string[],
    span: Interval,
    except?: Commitment,
  ): Promise<Busy[]> {
    const rows = await reader.query<{ resourceId: string; start: Date; end: Date }>(
      `select resource_id as "resourceId", lower(during) as start, upper(during) as "end" from commitment
       where resource_id = any($1::uuid[]) and during && tstzrange($2, $3)
         and ($4::text is null or (commitment_kind, commitment_id) <> ($4, $5::uuid))
       order by lower(during), commitment_id`,
      [resourceIds, span.start, span.end, except?.kind ?? null, except?.id ?? null],
    );
    return rows.map((row) => ({
      resourceId: row.resourceId,
      start: row.start.toISOString(),
      end: row.end.toISOString(),
    }));
  }

  /** When the resources are taken within a span, and by what. */
  taken(reader: SqlReader, resourceIds: readonly string[], span: Interval): Promise<Taken[]> {
    return reader.query(
      `select resource_id as "resourceId", utc(lower(during)) as start, utc(upper(during)) as "end",
         commitment_id as "commitmentId", commitment_kind as "commitmentKind"
       from commitment where resource_id = any($1::uuid[]) and during && tstzrange($2, $3)
       order by lower(during), commitment_id, resource_id`,
      [resourceIds, span.start, span.end],
    );
  }

  /**
   * Makes `contested` and `others` the whole of what a commitment takes; what it took before is given back in the same
   * step. Answers false, and the commitment takes nothing, when another has taken the contested one since it was looked
   * for: try another, or give up the transaction.
   *
   * @throws DomainError `meeting.slot_taken` when one of the others overlaps another commitment
   */
  async book(
    transaction: Transaction,
    { editionId, commitment, contested, others }: Booking,
  ): Promise<boolean> {
    const reservations = [contested, ...others];
    try {
      const rows = await transaction.query(
        `with given_back as (delete from reservation where commitment_kind = $2 and commitment_id = $3)
         insert into reservation (edition_id, resource_kind, resource_id, during, commitment_kind, commitment_id)
         select $1, r.kind, r.id, tstzrange(r.starts, r.ends), $2, $3
         from unnest($4::text[], $5::uuid[], $6::timestamptz[], $7::timestamptz[]) as r (kind, id, starts, ends)
         where not exists (
           select from reservation taken
           where taken.resource_id = $8 and taken.during && tstzrange($9, $10)
             and (taken.commitment_kind, taken.commitment_id) <> ($2, $3))
         returning id`,
        [
          editionId,
          commitment.kind,
          commitment.id,
          reservations.map((one) => one.kind),
          reservations.map((one) => one.resourceId),
          reservations.map((one) => one.start),
          reservations.map((one) => one.end),
          contested.resourceId,
          contested.start,
          contested.end,
        ],
      );
      return rows.length > 0;
    } catch (error) {
      throw asRefusal(error);
    }
  }

  /**
   * Books for many commitments at once. Overlaps are looked for at the end, so that people may change places; lock all
   * first.
   */
  async bookAll(
    transaction: Transaction,
    editionId: string,
    booked: readonly { commitment: Commitment; reservations: readonly Reservation[] }[],
  ): Promise<void> {
    const rows = booked.flatMap(({ commitment, reservations }) =>
      reservations.map((one) => ({ ...one, commitment })),
    );
    await transaction.query('set constraints reservation_never_twice deferred');
    await transaction.query(
      `delete from reservation where (commitment_kind, commitment_id) in (select * from unnest($1::text[], $2::uuid[]))`,
      [booked.map(({ commitment }) => commitment.kind), booked.map(({ commitment }) => commitment.id)],
    );
    await transaction.query(
      `insert into reservation (edition_id, resource_kind, resource_id, during, commitment_kind, commitment_id)
       select $1, r.kind, r.id, tstzrange(r.starts, r.ends), r.for_kind, r.for_id
       from unnest($2::text[], $3::uuid[], $4::timestamptz[], $5::timestamptz[], $6::text[], $7::uuid[])
         as r (kind, id, starts, ends, for_kind, for_id)`,
      [
        editionId,
        rows.map((row) => row.kind),
        rows.map((row) => row.resourceId),
        rows.map((row) => row.start),
        rows.map((row) => row.end),
        rows.map((row) => row.commitment.kind),
        rows.map((row) => row.commitment.id),
      ],
    );
    try {
      await transaction.query('set constraints reservation_never_twice immediate');
    } catch (error) {
      throw asRefusal(error);
    }
  }

  /** Gives back one resource of a commitment, which keeps the others. */
  async giveBack(transaction: Transaction, commitment: Commitment, resourceId: string): Promise<void> {
    await transaction.query(
      'delete from reservation where commitment_kind = $1 and commitment_id = $2 and resource_id = $3',
      [commitment.kind, commitment.id, resourceId],
    );
  }

  /**
   * Makes one reservation the whole of what a commitment takes of a kind; null gives it back. What it takes of other
   * kinds stays.
   *
   * @throws DomainError `meeting.slot_taken` when it overlaps another commitment
   */
  async replace(
    transaction: Transaction,
    { editionId, commitment, kind, reservation }: Replacement,
  ): Promise<void> {
    await transaction.query(
      'delete from reservation where commitment_kind = $1 and commitment_id = $2 and resource_kind = $3',
      [commitment.kind, commitment.id, kind],
    );
    if (!reservation) return;
    try {
      await transaction.query(
        `insert into reservation (edition_id, resource_kind, resource_id, during, commitment_kind, commitment_id)
         values ($1, $2, $3, tstzrange($4, $5), $6, $7)`,
        [
          editionId,
          kind,
          reservation.resourceId,
          reservation.start,
          reservation.end,
          commitment.kind,
          commitment.id,
        ],
      );
    } catch (error) {
      throw asRefusal(error);
    }
  }

  /** Gives back all that a commitment takes. */
  async release(transaction: Transaction, commitment: Commitment): Promise<void> {
    await transaction.query('delete from reservation where commitment_kind = $1 and commitment_id = $2', [
      commitment.kind,
      commitment.id,
    ]);
  }
}

function asRefusal(error: unknown): unknown {
  if (postgresCode(error) !== overlapRefused) return error;
  return new DomainError(
    'meeting.slot_taken',
    {},
    'Somebody or the table was taken at this very moment. Choose another time.',
  );
}
