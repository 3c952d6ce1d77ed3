import type { Transaction } from '../../database/database.ts';
import type { Viewer } from '../../http/viewer.ts';
import { hashOf, newSecret } from '../secrets.ts';

/**
 * The session has shown a second factor now. The first time it gets a new secret, which is returned: with more rights
 * comes another secret, and no node remembers the session as it was; open sockets come back with it.
 */
export async function showFactor(transaction: Transaction, viewer: Viewer): Promise<string | null> {
  const secret = viewer.factorAt === null ? newSecret() : null;
  await transaction.query(
    `update sign_in_session set factor_at = now(), may_enrol_until = null, secret_hash = coalesce($2, secret_hash)
     where id = $1`,
    [viewer.sessionId, secret && hashOf(secret)],
  );
  // Whoever shows it has not lost it, whatever others said.
  await transaction.query(
    'delete from lost_factor where person_id = (select person_id from sign_in_session where id = $1)',
    [viewer.sessionId],
  );
  return secret;
}
