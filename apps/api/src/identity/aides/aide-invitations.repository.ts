import type { SqlReader, Transaction } from '../../database/database.ts';
import type { EditionRef } from '../../http/viewer.ts';
import type { KeptAide } from './aide-relations.repository.ts';

/** A principal in an edition. */
export type Principal = Pick<KeptAide, 'principalId' | 'editionId'>;

/** An edition that is shown, by its address. */
export async function findShownEdition(
  reader: SqlReader,
  slug: string,
): Promise<Pick<EditionRef, 'id' | 'phase'> | undefined> {
  const [edition] = await reader.query<Pick<EditionRef, 'id' | 'phase'>>(
    `select id, phase from edition where slug = $1 and phase <> 'planned'`,
    [slug],
  );
  return edition;
}

/** The address of a principal, and how far their registration in the edition is; null without one. */
export async function findPrincipal(
  transaction: Transaction,
  { editionId, principalId }: Principal,
): Promise<{ mail: string; state: string | null } | undefined> {
  const [principal] = await transaction.query<{ mail: string; state: string | null }>(
    `select p.mail, d.state from person p left join delegate d on d.person_id = p.id and d.edition_id = $1 where p.id = $2`,
    [editionId, principalId],
  );
  return principal;
}

/** For how many a principal speaks: the places of the delegation that they head, and the firm that they represent. */
export async function readReach(
  transaction: Transaction,
  { editionId, principalId }: Principal,
): Promise<{ places: number | null; firmId: string | null }> {
  const [reach] = await transaction.query<{ places: number | null; firmId: string | null }>(
    `select (select sum(p.places)::int from delegation g join delegation_place p on p.delegation_id = g.id
         where g.edition_id = $1 and g.head_id = $2) as places,
       (select firm_id from representative where edition_id = $1 and person_id = $2) as "firmId"`,
    [editionId, principalId],
  );
  return reach ?? { places: null, firmId: null };
}

/** How many invitations of a principal, or of all who represent the same firm, are open and were sent in a day. */
export async function countInvitations(
  transaction: Transaction,
  { editionId, principalId }: Principal,
  firmId: string | null,
): Promise<{ open: number; aDay: number }> {
  const [sent] = await transaction.query<{ open: number; aDay: number }>(
    `select count(*) filter (where ended_at is null and accepted_at is null)::int as open,
       count(*) filter (where invited_at > now() - interval '24 hours')::int as "aDay"
     from aide where edition_id = $1 and invited_by = principal_id and (principal_id = $2 or principal_id in
       (select person_id from representative where edition_id = $1 and firm_id = $3))`,
    [editionId, principalId, firmId],
  );
  return sent ?? { open: 0, aDay: 0 };
}

/** What an aide changed for their principal, newest first. */
export const readActs = (
  reader: SqlReader,
  aideId: string,
): Promise<{ sequence: string; at: Date; type: string }[]> =>
  reader.query<{ sequence: string; at: Date; type: string }>(
    `select j.sequence, j.at, j.type from aide a
     join journal j on j.edition_id = a.edition_id and j.person_id = a.person_id and j.acting_for = a.principal_id
     where a.id = $1 and j.at >= a.invited_at and (a.ended_at is null or j.at <= a.ended_at)
     order by j.sequence desc limit 50`,
    [aideId],
  );
