import type { RouteOutput } from '@forum/contract/route';
import type { listPlanAbsences } from '@forum/contract/matchmaking/planning/absences';
import type { PlanEvent } from '@forum/contract/matchmaking/planning/plan-run';
import type { Transaction, SqlReader } from '../../../database/database.ts';

/** When a firm is not there; without an end it does not come any more. */
export interface FirmAbsence {
  firmId: string;
  from: string;
  until: string | null;
}

/** When firms are away, of all that a plan made now has to know. */
export function absencesOf(transaction: Transaction, editionId: string, now: string): Promise<FirmAbsence[]> {
  return transaction.query<FirmAbsence>(
    `select firm_id as "firmId", utc(lower(during)) as "from", utc(upper(during)) as until from firm_absence
     where edition_id = $1 and (upper(during) is null or upper(during) > $2) order by firm_id, lower(during), id limit 5000`,
    [editionId, now],
  );
}

/** The same for the desk, by name. */
export function listAbsences(
  reader: SqlReader,
  editionId: string,
  now: string,
): Promise<RouteOutput<typeof listPlanAbsences>> {
  return reader.query(
    `select a.id, json_build_object('id', f.id, 'name', f.name) as firm, utc(lower(a.during)) as "from",
       utc(upper(a.during)) as until, p.display_name as "saidBy", utc(a.said_at) as "saidAt"
     from firm_absence a join firm f on f.id = a.firm_id join person_in_edition p on p.edition_id = a.edition_id and p.id = a.said_by
     where a.edition_id = $1 and (upper(a.during) is null or upper(a.during) > $2) order by f.name, lower(a.during), a.id limit 500`,
    [editionId, now],
  );
}

/** What the events of a published repair say of the time to come, kept once however often it is said. */
export async function keepAbsences(
  transaction: Transaction,
  editionId: string,
  { events, saidBy, now }: { events: readonly PlanEvent[]; saidBy: string; now: string },
): Promise<void> {
  const away = events.flatMap((event): FirmAbsence[] => {
    if (event.kind === 'firm-cancels') return [{ firmId: event.firmId, from: now, until: null }];
    return event.kind === 'firm-away' ? [event] : [];
  });
  await transaction.query(
    `insert into firm_absence (edition_id, firm_id, during, said_by)
     select $1, a.firm, tstzrange(a.begins, a.ends), $2 from unnest($3::uuid[], $4::timestamptz[], $5::timestamptz[]) as a (firm, begins, ends)
     where not exists (
       select from firm_absence known where known.edition_id = $1 and known.firm_id = a.firm and known.during @> tstzrange(a.begins, a.ends))`,
    [
      editionId,
      saidBy,
      away.map(({ firmId }) => firmId),
      away.map(({ from }) => from),
      away.map(({ until }) => until),
    ],
  );
}

/** Takes an absence away; whether it was there. */
export async function removeAbsence(
  transaction: Transaction,
  editionId: string,
  id: string,
): Promise<boolean> {
  const rows = await transaction.query(
    'delete from firm_absence where edition_id = $1 and id = $2 returning id',
    [editionId, id],
  );
  return rows.length > 0;
}
