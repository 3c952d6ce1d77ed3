import type { Transaction } from '../../database/database.ts';

/** Of each person, the roles and sessions that they hold: what writes about sessions can give or take. */
export async function rightsOf(
  transaction: Transaction,
  editionId: string,
  personIds: readonly string[],
): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await transaction.query<{ id: string; rights: string }>(
    `select p as id, s.roles::text || s.session_ids::text as rights
     from unnest($2::uuid[]) p cross join lateral standing_of(p, $1) s`,
    [editionId, personIds],
  );
  return new Map(rows.map(({ id, rights }) => [id, rights]));
}
