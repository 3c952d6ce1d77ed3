import { DomainError } from '@forum/domain/errors';
import { type HallHours, slotsAt } from '@forum/domain/meetings/halls/slots';
import type { Interval } from '@forum/domain/time/interval';
import type { Transaction } from '../../database/database.ts';
import type { Commitment } from '../../reservations/reservations.service.ts';

/** A hall that opens during a time, as far as one booking asks. */
export interface LoadedHall extends HallHours {
  /** Those that nobody takes then. */
  tables: { id: string; capacity: number }[];
  /** Who of the people asked about is taken then; ids of persons. */
  takenPersonIds: string[];
}

/** SQL for the hours of the hall `h`. */
const hours = `
  h.slot_minutes as "slotMinutes", h.changeover_minutes as "changeoverMinutes",
  (select coalesce(json_agg(json_build_object('start', utc(lower(o.during)), 'end', utc(upper(o.during)))), '[]')
   from hall_opening o where o.hall_id = h.id) as openings,
  (select coalesce(json_agg(json_build_object('start', utc(lower(c.during)), 'end', utc(upper(c.during)))), '[]')
   from hall_closure c where c.hall_id = h.id) as closures`;

/** Which time is asked about; what `except` takes counts as free. */
export interface AroundTime {
  editionId: string;
  time: Interval;
  except: Commitment;
}

/**
 * The halls that open during a time, with what is free then. One statement, because a booking holds the locks of people
 * while it is read.
 */
export function loadHalls(
  transaction: Transaction,
  { editionId, time, except, personIds }: AroundTime & { personIds: readonly string[] },
): Promise<LoadedHall[]> {
  return transaction.query<LoadedHall>(
    `with taken as materialized (
       select resource_id from commitment
       where edition_id = $1 and during && tstzrange($2, $3) and (commitment_kind, commitment_id) <> ($5, $6::uuid))
     select ${hours},
       (select coalesce(json_agg(json_build_object('id', t.id, 'capacity', t.capacity)), '[]') from meeting_table t
        where t.hall_id = h.id and t.removed_at is null and t.id not in (select resource_id from taken)) as tables,
       array(select resource_id from taken where resource_id = any($4::uuid[])) as "takenPersonIds"
     from hall h
     where h.edition_id = $1
       and exists (select from hall_opening o where o.hall_id = h.id and o.during && tstzrange($2, $3))
     order by h.name, h.id limit 50`,
    [editionId, time.start, time.end, personIds, except.kind, except.id],
  );
}

/** The slots of an edition's halls that begin at an instant: of each length one. */
export async function loadSlotsAt(
  transaction: Transaction,
  editionId: string,
  start: string,
): Promise<Interval[]> {
  return slotsAt(await hoursOf(transaction, editionId), start);
}

/**
 * The slots that begin at each of some instants.
 *
 * @throws DomainError `meeting.closed_time` for an instant at which none begins
 */
export async function requireSlots(
  transaction: Transaction,
  editionId: string,
  starts: readonly string[],
): Promise<Interval[]> {
  const halls = await hoursOf(transaction, editionId);
  return starts.flatMap((start) => {
    const slots = slotsAt(halls, start);
    if (slots.length > 0) return slots;
    throw new DomainError(
      'meeting.closed_time',
      { start },
      `No slot of a hall begins at ${start}; choose among the times that suit both.`,
    );
  });
}

const hoursOf = (transaction: Transaction, editionId: string) =>
  transaction.query<HallHours>(
    `select ${hours} from hall h where h.edition_id = $1 order by h.name, h.id limit 50`,
    [editionId],
  );

/** Refuses a table that is not there, or no longer; whether it is free is for the booking to find out. */
export async function requireTable(
  transaction: Transaction,
  editionId: string,
  tableId: string,
): Promise<void> {
  const found = await transaction.query(
    'select from meeting_table where edition_id = $1 and id = $2 and removed_at is null',
    [editionId, tableId],
  );
  if (found.length > 0) return;
  throw new DomainError(
    'request.invalid',
    { field: 'tableId', table: tableId },
    `body.tableId "${tableId}": no hall of this edition has this table. Choose another, or leave it to the forum with null.`,
  );
}
