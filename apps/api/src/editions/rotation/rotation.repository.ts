import type { Capital } from '@forum/contract/editions/capitals';
import type { Transaction } from '../../database/database.ts';
import type { HostChoice } from './ring.ts';

/** Which capitals were set by hand as hosts, by year. */
export const readChoices = (transaction: Transaction): Promise<HostChoice[]> =>
  transaction.query<HostChoice>(
    'select year, capital_id as "capitalId", reason from rotation_choice order by year limit 200',
  );

/** The capital that was set by hand for a year. */
export async function findChosen(
  transaction: Transaction,
  year: number,
): Promise<Pick<Capital, 'id' | 'name'> | undefined> {
  const [chosen] = await transaction.query<Pick<Capital, 'id' | 'name'>>(
    'select c.id, c.name from rotation_choice r join capital c on c.id = r.capital_id where r.year = $1',
    [year],
  );
  return chosen;
}
