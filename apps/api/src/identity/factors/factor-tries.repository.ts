import { DomainError } from '@forum/domain/errors';
import type { Transaction } from '../../database/database.ts';

const mostTries = 5;
const windowMinutes = 15;

/**
 * Counts a try at a code of a person, on whatever device; true when it may be looked at. The count must be committed
 * whether the code is right or not: so a wrong one is told after the transaction, never by throwing within it.
 */
export async function mayTry(transaction: Transaction, personId: string): Promise<boolean> {
  const [row] = await transaction.query<{ tries: number }>(
    `insert into factor_tries as f (person_id, tries, since) values ($1, 1, now())
     on conflict on constraint factor_tries_pk do update set
       tries = case when f.since < now() - interval '${windowMinutes} minutes' then 1 else f.tries + 1 end,
       since = case when f.since < now() - interval '${windowMinutes} minutes' then now() else f.since end
     returning tries`,
    [personId],
  );
  return (row?.tries ?? mostTries + 1) <= mostTries;
}

/** After a code that was right. */
export async function forgetTries(transaction: Transaction, personId: string): Promise<void> {
  await transaction.query('delete from factor_tries where person_id = $1', [personId]);
}

/** How a try went; the refusals are thrown when it is committed. */
export type TryOutcome = 'right' | 'wrong' | 'over';

/** Throws what a try that did not succeed is answered with. */
export function refuseTry(outcome: TryOutcome, hint: string): void {
  if (outcome === 'over') {
    throw new DomainError(
      'auth.too_many_tries',
      { retryAfter: windowMinutes * 60 },
      `${mostTries} codes were tried in ${windowMinutes} minutes. Wait, then try again; a passkey works meanwhile.`,
    );
  }
  if (outcome === 'wrong') throw new DomainError('auth.factor_invalid', {}, hint);
}
