import type { Transaction } from '../database/database.ts';

/** Whether a firm is listed in an edition. */
export async function isListed(
  transaction: Transaction,
  editionId: string,
  firmId: string,
): Promise<boolean> {
  const found = await transaction.query(
    'select from firm_in_edition where edition_id = $1 and firm_id = $2 and removed_at is null',
    [editionId, firmId],
  );
  return found.length > 0;
}
