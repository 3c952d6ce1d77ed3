import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { DomainError } from '@forum/domain/errors';
import { createHash } from 'node:crypto';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { Database, postgresCode, type Transaction, type SqlReader } from '../database/database.ts';
import type { ForumRequest } from './endpoint.ts';
import { refuseField } from './refuse-field.ts';

/** A write as its sender named it. */
interface KeyedWrite {
  personId: string;
  key: string;
  fingerprint: Buffer;
}

const lockNotAvailable = '55P03';
const possibleKey = /^[\x21-\x7e]{1,100}$/;

/**
 * Does a write that is sent twice with one `Idempotency-Key` once, and answers both alike. The key is claimed by the
 * first statement of the write's own transaction: a second one waits there for the first, and a write that is rolled
 * back leaves no claim. The answer is kept after the commit, as only then it is known; if the node dies in between, a
 * repetition is refused and told to look, but never done again.
 */
@Injectable()
export class AnswerOnce implements NestInterceptor {
  constructor(private readonly database: Database) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const write = keyedWrite(context.switchToHttp().getRequest<ForumRequest>());
    return write ? from(this.#once(write, () => lastValueFrom(next.handle()))) : next.handle();
  }

  async #once(write: KeyedWrite, work: () => Promise<unknown>): Promise<unknown> {
    let hasBegun = false;
    const claimFirst = (transaction: Transaction) => {
      hasBegun = true;
      return claim(transaction, write);
    };
    try {
      const answer = await this.database.openWritesWith(claimFirst, work);
      if (hasBegun) await this.#keep(write, answer);
      return answer;
    } catch (error) {
      if (error instanceof DoneBefore) return JSON.parse(error.answer) as unknown;
      // What was done already may be refused before any transaction, just because it was done.
      const kept = !hasBegun && error instanceof DomainError && (await find(this.database.reader, write));
      if (kept && kept.isSame && kept.answer !== null) return JSON.parse(kept.answer) as unknown;
      throw error;
    }
  }

  async #keep({ personId, key }: KeyedWrite, answer: unknown): Promise<void> {
    await this.database
      .rows(
        // The write is on the disk; an answer that a crash loses in the next moment costs no more than a refusal.
        `update keyed_write set answer = $3 from (select set_config('synchronous_commit', 'off', true)) s
         where person_id = $1 and key = $2`,
        [personId, key, JSON.stringify(answer ?? null)],
      )
      .catch(() => undefined);
  }
}

/** Stops a write that was done before, and carries what it was answered. */
class DoneBefore extends Error {
  constructor(readonly answer: string) {
    super('done before');
  }
}

function keyedWrite({ headers, viewer, method, url, body }: ForumRequest): KeyedWrite | null {
  const key = headers['idempotency-key'];
  const sender = viewer?.aide ?? viewer?.person;
  if (key === undefined || !sender) return null;
  if (typeof key !== 'string' || !possibleKey.test(key)) {
    throw refuseField('headers.idempotency-key', key, 'must be one key of 1 to 100 visible ASCII characters');
  }
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([viewer?.person?.id, method, url]))
    .update(Buffer.isBuffer(body) ? body : (JSON.stringify(body) ?? ''))
    .digest();
  return { personId: sender.id, key, fingerprint };
}

async function claim(transaction: Transaction, write: KeyedWrite): Promise<void> {
  const claimed = await transaction
    .query(
      `insert into keyed_write (person_id, key, fingerprint) values ($1, $2, $3)
       on conflict do nothing returning key`,
      [write.personId, write.key, write.fingerprint],
    )
    .catch((error: unknown) => {
      throw postgresCode(error) === lockNotAvailable ? underWay() : error;
    });
  if (claimed.length > 0) return;
  const kept = await find(transaction, write);
  if (kept && !kept.isSame) {
    throw new DomainError(
      'request.key_reused',
      { key: write.key },
      `The idempotency key ${write.key} was sent with another request. Send each request with a key of its own.`,
    );
  }
  if (kept?.answer) throw new DoneBefore(kept.answer);
  if (!kept || kept.isFresh) throw underWay();
  throw new DomainError(
    'request.answer_lost',
    {},
    'This was done already, but its answer was lost. Look at how it stands before you send it again.',
  );
}

const underWay = () =>
  new DomainError(
    'request.under_way',
    { retryAfter: 2 },
    'This is still being done. Ask again in two seconds, with the same idempotency key.',
  );

async function find(
  reader: SqlReader,
  { personId, key, fingerprint }: KeyedWrite,
): Promise<{ isSame: boolean; answer: string | null; isFresh: boolean } | undefined> {
  const [row] = await reader.query<{ isSame: boolean; answer: string | null; isFresh: boolean }>(
    `select fingerprint = $3 as "isSame", answer, created_at > now() - interval '1 minute' as "isFresh"
     from keyed_write where person_id = $1 and key = $2`,
    [personId, key, fingerprint],
  );
  return row;
}
