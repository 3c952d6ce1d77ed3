import type { Transaction } from '../../database/database.ts';
import { demoPastEditions } from '../data/capitals.ts';
import { demoEditionId, demoId } from '../planting/demo-id.ts';

const ring = [demoEditionId, ...demoPastEditions.map(({ capital }) => demoId('edition', capital))];

/**
 * Turns the demo's whole ring of hosts by `years`, addresses included, so that past editions end the year before the live
 * one. Does nothing when somebody has planned another edition beside them, whose year may be in the way.
 */
export async function turnYears(transaction: Transaction, years: number): Promise<void> {
  const others = await transaction.query('select id from edition where not id = any($1::uuid[]) limit 1', [
    ring,
  ]);
  if (years === 0 || others.length > 0) return;
  // Two steps, because years and addresses are unique at every moment and would meet on the way.
  await transaction.query(
    `update edition set year = -(year + $2::int), slug = 'turning-' || id,
       starts_on = case when id = $3 then starts_on else (starts_on + make_interval(years => $2::int))::date end,
       ends_on = case when id = $3 then ends_on else (ends_on + make_interval(years => $2::int))::date end
     where id = any($1::uuid[])`,
    [ring, years, demoEditionId],
  );
  await transaction.query(
    `update edition e set year = -e.year, slug = c.slug || '-' || -e.year from capital c
     where c.id = e.capital_id and e.id = any($1::uuid[])`,
    [ring],
  );
}
