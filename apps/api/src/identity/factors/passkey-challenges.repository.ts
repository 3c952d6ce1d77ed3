import type { Transaction } from '../../database/database.ts';

/** Uses a challenge up; false when it was used before. */
export async function spendChallenge(transaction: Transaction, challenge: string): Promise<boolean> {
  const spent = await transaction.query(
    `insert into used_passkey_challenge (challenge_hash, expires_at)
     values (sha256(convert_to($1, 'UTF8')), now() + interval '1 hour') on conflict do nothing returning expires_at`,
    [challenge],
  );
  return spent.length > 0;
}
