import { codeLength, codeOf, formatCode, normaliseCode } from '@forum/domain/identity/sign-in-code';
import { randomBytes } from 'node:crypto';
import type { Transaction } from '../../database/database.ts';
import { codeHash } from './sealing.ts';

const howMany = 10;

/** New recovery codes of a person, as they are shown once; those before end. */
export async function makeRecoveryCodes(
  transaction: Transaction,
  secret: string,
  personId: string,
): Promise<string[]> {
  const codes = Array.from({ length: howMany }, () => codeOf(randomBytes(codeLength)));
  await transaction.query('delete from recovery_code where person_id = $1', [personId]);
  await transaction.query(
    'insert into recovery_code (person_id, code_hash) select $1, hash from unnest($2::bytea[]) hash',
    [personId, codes.map((code) => codeHash(secret, personId, code))],
  );
  return codes.map(formatCode);
}

/** Uses a recovery code up: how many are left, or null when it is none of theirs. */
export async function spendRecoveryCode(
  transaction: Transaction,
  secret: string,
  { personId, typed }: { personId: string; typed: string },
): Promise<number | null> {
  const spent = await transaction.query(
    `update recovery_code set used_at = now() where person_id = $1 and code_hash = $2 and used_at is null
     returning person_id`,
    [personId, codeHash(secret, personId, normaliseCode(typed) ?? '')],
  );
  if (spent.length === 0) return null;
  const [row] = await transaction.query<{ left: number }>(
    'select count(*)::int as left from recovery_code where person_id = $1 and used_at is null',
    [personId],
  );
  return row?.left ?? 0;
}
