import type { Use } from '@forum/contract/removals/removals';
import { DomainError } from '@forum/domain/errors';
import { postgresCode, type Transaction } from '../database/database.ts';
import type { Thing } from './things.ts';

const foreignKey = '23503';

/** What was removed: the name by which people knew it, and its last version. */
interface Removed {
  name: string;
  version: number;
}

/**
 * Removes a thing of an edition that nothing depends on.
 *
 * @throws DomainError `not_found`; `thing.in_use` with how many of what depend on it
 */
export async function removeThing(
  transaction: Transaction,
  thing: Thing,
  editionId: string,
  id: string,
): Promise<Removed> {
  const [row] = await transaction.query<Removed>(thing.row, [editionId, id]);
  if (!row) throw new DomainError('not_found', { id }, 'There is no such thing here, or no longer.');
  const uses: Partial<Record<Use, number>> = {};
  for (const [use, statement] of Object.entries(thing.uses)) {
    const [found] = await transaction.query<{ count: number }>(statement, [editionId, id]);
    if (found && found.count > 0) uses[use as Use] = found.count;
  }
  if (Object.keys(uses).length > 0) throw inUse(row.name, uses);
  try {
    for (const statement of thing.remove) await transaction.query(statement, [editionId, id]);
  } catch (error) {
    throw postgresCode(error) === foreignKey ? inUse(row.name, { other: 1 }) : error;
  }
  return row;
}

function inUse(name: string, uses: Partial<Record<Use, number>>): DomainError {
  const said = Object.entries(uses).map(([use, count]) => `${use}: ${count}`);
  return new DomainError(
    'thing.in_use',
    { name, uses },
    `“${name}” is needed by others (${said.join(', ')}). Remove or change these first.`,
  );
}
