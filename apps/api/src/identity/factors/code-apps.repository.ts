import { Secret, TOTP } from 'otpauth';
import type { Transaction } from '../../database/database.ts';
import { seal, unseal } from './sealing.ts';

/** For how long a secret that was shown can be confirmed. */
const setUpMinutes = 30;

/** Apps round their clock and people type slowly: the code before and the one after count too (RFC 6238 §5.2). */
const window = 1;

const secretBytes = 20;

/** A person as their app names the account. */
interface Account {
  id: string;
  mail: string;
}

const totpOf = (account: Account, secret: string, issuer: string) =>
  new TOTP({ issuer, label: account.mail, secret: Secret.fromBase32(secret) });

/** Which 30 seconds a typed code is of, or null when it is of none that count now. */
export function stepOf(secret: string, typed: string, now: number): number | null {
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  const token = typed.normalize('NFKC').replace(/\s/g, '');
  const delta = /^\d{6}$/.test(token) ? totp.validate({ token, timestamp: now, window }) : null;
  return delta === null ? null : totp.counter({ timestamp: now }) + delta;
}

/** A new secret for the person's app, kept beside the present one until a code confirms it. */
export async function beginCodeApp(
  transaction: Transaction,
  secretOfForum: string,
  account: Account,
): Promise<{ secret: string; uri: string }> {
  const secret = new Secret({ size: secretBytes }).base32;
  await transaction.query(
    `insert into code_app (person_id, sealed_next, next_at) values ($1, $2, now())
     on conflict on constraint code_app_pk do update set sealed_next = excluded.sealed_next, next_at = now()`,
    [account.id, seal(secretOfForum, account.id, secret)],
  );
  return { secret, uri: totpOf(account, secret, 'Forum').toString() };
}

/** Takes the app that is being set up, if the code is one that it shows; the code is used by that. */
export async function confirmCodeApp(
  transaction: Transaction,
  secretOfForum: string,
  { personId, typed, now }: { personId: string; typed: string; now: number },
): Promise<boolean> {
  const [row] = await transaction.query<{ sealed: Buffer }>(
    `select sealed_next as sealed from code_app
     where person_id = $1 and sealed_next is not null and next_at > now() - interval '${setUpMinutes} minutes' for update`,
    [personId],
  );
  const step = row ? stepOf(unseal(secretOfForum, personId, row.sealed), typed, now) : null;
  if (step === null) return false;
  await transaction.query(
    `update code_app set sealed_secret = sealed_next, confirmed_at = now(), last_step = $2, sealed_next = null, next_at = null
     where person_id = $1`,
    [personId, step],
  );
  return true;
}

/** Whether a code is one that the person's app shows now. It is taken once, and none before it after that. */
export async function spendOneTimeCode(
  transaction: Transaction,
  secretOfForum: string,
  { personId, typed, now }: { personId: string; typed: string; now: number },
): Promise<boolean> {
  const [row] = await transaction.query<{ sealed: Buffer }>(
    'select sealed_secret as sealed from code_app where person_id = $1 and sealed_secret is not null',
    [personId],
  );
  const step = row ? stepOf(unseal(secretOfForum, personId, row.sealed), typed, now) : null;
  if (step === null) return false;
  const spent = await transaction.query(
    'update code_app set last_step = $2 where person_id = $1 and last_step < $2 returning person_id',
    [personId, step],
  );
  return spent.length > 0;
}
