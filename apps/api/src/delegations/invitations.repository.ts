import { DomainError } from '@forum/domain/errors';
import type { SqlReader } from '../database/database.ts';
import { hashOf } from '../identity/secrets.ts';

/** The delegation that an invitation's secret is for. */
export async function findInvited(
  reader: SqlReader,
  editionId: string,
  secret: string,
): Promise<{ id: string; name: string }> {
  const [delegation] = await reader.query<{ id: string; name: string }>(
    'select id, name from delegation where edition_id = $1 and invitation_hash = $2',
    [editionId, hashOf(secret)],
  );
  if (delegation) return delegation;
  throw new DomainError(
    'not_found',
    {},
    'This invitation is not valid any more. Ask the head of the delegation for the new link.',
  );
}
