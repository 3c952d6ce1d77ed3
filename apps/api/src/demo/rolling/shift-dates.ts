import type { Transaction } from '../../database/database.ts';

/** Moves everything of an edition that has a date by whole days; what lapsed unanswered meanwhile is open again. */
export async function shiftDates(transaction: Transaction, editionId: string, days: number): Promise<void> {
  for (const statement of statements) await transaction.query(statement, [editionId, days]);
  // The edition has moved, and no meeting within it.
  await transaction.query(
    `update meeting set moved_at = null, moved_from_starts_at = null, moved_from_table_id = null
     where edition_id = $1 and moved_at is not null`,
    [editionId],
  );
  for (const table of ['hall_opening', 'hall_closure'] as const)
    await shiftRanges(transaction, table, editionId, days);
}

const step = 'make_interval(days => $2::int)';
const shifted = `tstzrange(lower(during) + ${step}, upper(during) + ${step})`;

const statements = [
  `update availability set during = coalesce(
     (select range_agg(tstzrange(lower(span) + ${step}, upper(span) + ${step})) from unnest(during) span), '{}') where edition_id = $1`,
  `update edition set starts_on = starts_on + $2::int, ends_on = ends_on + $2::int, version = version + 1 where id = $1`,
  `update session set starts_at = starts_at + ${step}, ends_at = ends_at + ${step}, day = day + $2::int, was = null,
     sequence = sequence + 1, version = version + 1, updated_at = now() where edition_id = $1`,
  `update meeting set state = case state when 'expired' then 'requested' else state end,
     turn = case state when 'expired' then 'to' else turn end,
     starts_at = starts_at + ${step}, ends_at = ends_at + ${step}, expires_at = expires_at + ${step},
     remind_at = remind_at + ${step}, suggested = array(select s + ${step} from unnest(suggested) s order by s),
     sequence = sequence + 1, version = version + 1, updated_at = now() where edition_id = $1`,
  `update match_setting set wishes_close_at = wishes_close_at + ${step} where edition_id = $1`,
  `update interpreter set version = version + 1, hours = (
     select coalesce(range_agg(tstzrange(lower(h) + ${step}, upper(h) + ${step})), '{}') from unnest(hours) h)
   where edition_id = $1 and hours is not null`,
  `update reservation set during = ${shifted} where edition_id = $1`,
];

const ofItsHalls = 'hall_id in (select id from hall where edition_id = $1)';

const ranges = {
  hall_opening: { kept: 'hall_id', ofEdition: ofItsHalls },
  hall_closure: { kept: 'hall_id, reason', ofEdition: ofItsHalls },
};

/** Ranges that are part of a key are taken out and put back: moved one by one, they would meet each other on the way. */
async function shiftRanges(
  transaction: Transaction,
  table: keyof typeof ranges,
  editionId: string,
  days: number,
): Promise<void> {
  const { kept, ofEdition } = ranges[table];
  const taken = await transaction.query(
    `with gone as (delete from ${table} where ${ofEdition} returning *)
     select ${kept}, ${shifted} as during from gone`,
    [editionId, days],
  );
  if (taken.length === 0) return;
  await transaction.query(
    `insert into ${table} (${kept}, during) select ${kept}, during from json_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(taken)],
  );
}
