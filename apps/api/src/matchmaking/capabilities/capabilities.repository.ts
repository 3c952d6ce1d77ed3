import type { SqlReader } from '../../database/database.ts';
import type { CapabilityChange } from './edition-capabilities.ts';

/** What the secretariat of an edition changed in the list of capabilities. */
export const changesOf = (reader: SqlReader, editionId: string): Promise<CapabilityChange[]> =>
  reader.query(
    `select code, title, title_ko as "titleKo", parent, synonyms, hidden from capability_change
     where edition_id = $1 order by code limit 2000`,
    [editionId],
  );
