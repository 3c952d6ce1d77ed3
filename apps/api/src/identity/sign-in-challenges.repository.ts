import type { Database, SqlReader, Transaction } from '../database/database.ts';
import { one } from '../database/one.ts';

/** Who opens a session by a challenge. */
export interface Opener {
  mail: string;
  language: string;
  /** By a link that the demonstration printed. */
  printed: boolean;
}

const opener = 'mail, language, printed';

/** Counts a try at a challenge that is still good, and says whether the code was right; undefined when it is over. */
export async function tryChallenge(
  transaction: Transaction,
  { id, codeHash, mostAttempts }: { id: string; codeHash: Buffer; mostAttempts: number },
): Promise<(Opener & { right: boolean }) | undefined> {
  const [tried] = await transaction.query<Opener & { right: boolean }>(
    `with tried as (
       update sign_in_challenge set attempts = attempts + 1
       where id = $1 and consumed_at is null and expires_at > now() and attempts < $3
       returning ${opener}, code_hash
     )
     select ${opener}, code_hash = $2 as right from tried`,
    [id, codeHash, mostAttempts],
  );
  return tried;
}

/** Uses the link of a challenge up; undefined when it is over. */
export async function useLink(transaction: Transaction, linkHash: Buffer): Promise<Opener | undefined> {
  const [used] = await transaction.query<Opener>(
    `update sign_in_challenge set consumed_at = now()
     where link_hash = $1 and consumed_at is null and expires_at > now() returning ${opener}`,
    [linkHash],
  );
  return used;
}

/** As whom somebody tried to sign in by a challenge, known by its id or by its link; null when it is of no person. */
export async function personOfChallenge(
  reader: SqlReader,
  challenge: { id: string | null; linkHash: Buffer | null },
): Promise<string | null> {
  const [row] = await reader.query<{ personId: string }>(
    `select p.id as "personId" from sign_in_challenge c join person p on p.mail = c.mail
     where c.id = $1 or c.link_hash = $2`,
    [challenge.id, challenge.linkHash],
  );
  return row?.personId ?? null;
}

/** The person of a mail address, who is made when they sign in for the first time. */
export async function personOfMail(
  transaction: Transaction,
  { mail, language }: Pick<Opener, 'mail' | 'language'>,
): Promise<string> {
  const name = mail.slice(0, mail.indexOf('@'));
  const { id } = one(
    await transaction.query<{ id: string }>(
      `insert into person (mail, display_name, sort_key, language) values ($1, $2, $2, $3)
       on conflict (mail) do update set mail = excluded.mail returning id`,
      [mail, name, language],
    ),
  );
  return id;
}

/** Keeps a link that signs its opener in without a mail. */
export async function keepPrintedLink(
  database: Database,
  { mail, codeHash, linkHash, hours }: { mail: string; codeHash: Buffer; linkHash: Buffer; hours: number },
): Promise<void> {
  await database.rows(
    `insert into sign_in_challenge (mail, code_hash, link_hash, language, expires_at, printed)
     values ($1, $2, $3, 'en', now() + $4 * interval '1 hour', true)`,
    [mail, codeHash, linkHash, hours],
  );
}
