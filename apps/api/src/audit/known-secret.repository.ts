import { createHmac } from 'node:crypto';
import type { Database } from '../database/database.ts';
import { StartError } from '../start-error.ts';

/**
 * Refuses a secret other than the one that the forum began with: it would key hashes that nobody can verify together
 * with the others. `own` says where this node has its secret from.
 */
export async function requireKnownSecret(database: Database, secret: string, own: string): Promise<void> {
  const fingerprint = createHmac('sha256', secret).update('the secret of the journal').digest();
  await database.rows('insert into journal_secret (fingerprint) values ($1) on conflict do nothing', [
    fingerprint,
  ]);
  const known = await database.row<{ isSame: boolean }>(
    'select fingerprint = $1 as "isSame" from journal_secret',
    [fingerprint],
  );
  if (known?.isSame) return;
  throw new StartError(
    `The secret of this node (${own}) is not the one that this forum's audit journal is keyed with. Set SECRET to that one: the node that was first has it as SECRET, or in the file "secret" of its DATA_DIR. docs/operating.md says what to do if it is lost.`,
  );
}
