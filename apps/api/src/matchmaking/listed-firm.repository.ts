import { DomainError } from '@forum/domain/errors';
import type { SqlReader } from '../database/database.ts';
import { noSuchFirm } from '../firms/firms.repository.ts';
import { type Admitted, mayAll } from '../http/viewer.ts';

/** A firm as it stands in the directory of an edition. */
export interface ListedFirm {
  id: string;
  name: string;
  country: string | null;
  stand: string | null;
  categories: string[];
}

/** The firm of an id in an edition; one that is not there is 404. */
export async function listedFirm(reader: SqlReader, editionId: string, firmId: string): Promise<ListedFirm> {
  const [firm] = await reader.query<ListedFirm>(
    `select f.id, f.name, f.country, e.stand, e.categories from firm_in_edition e join firm f on f.id = e.firm_id
     where e.edition_id = $1 and f.id = $2 and e.removed_at is null`,
    [editionId, firmId],
  );
  if (!firm) throw noSuchFirm(firmId);
  return firm;
}

/** The firm that somebody acts for: their own, or the one that the secretariat names. */
export function actingFirm(viewer: Admitted, named: string | undefined): string {
  const firmId = mayAll(viewer) ? (named ?? viewer.standing.firmId) : viewer.standing.firmId;
  if (!firmId || (named !== undefined && named !== firmId)) {
    throw new DomainError('not_found', {}, 'You represent no such firm in this edition.');
  }
  return firmId;
}
