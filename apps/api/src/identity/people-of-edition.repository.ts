import { DomainError } from '@forum/domain/errors';
import type { Transaction } from '../database/database.ts';
import { type Viewer, editionOf } from '../http/viewer.ts';
import { lockHolder } from './factors/factor-holders.repository.ts';
import type { Named } from './person-sessions.service.ts';

/** The person whom the host names, if they are an edition's to see; else 404. */
export async function findNamed(transaction: Transaction, viewer: Viewer, named: Named): Promise<string> {
  const { id: editionId } = editionOf(viewer);
  const [person] =
    'delegate' in named
      ? await transaction.query<{ id: string; secretariat: boolean }>(
          `select p.id, p.secretariat from delegate d join person p on p.id = d.person_id
           where d.edition_id = $1 and d.id = $2`,
          [editionId, named.delegate],
        )
      : [await lockHolder(transaction, editionId, named.person)];
  // Those of the secretariat are not an edition's to see.
  if (!person || (person.secretariat && !viewer.secretariat))
    throw new DomainError('not_found', { ...named }, 'There is no such person in this edition.');
  return person.id;
}
