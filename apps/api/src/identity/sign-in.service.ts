import { Injectable } from '@nestjs/common';
import { DomainError } from '@forum/domain/errors';
import { normaliseCode } from '@forum/domain/identity/sign-in-code';
import { Config } from '../config.ts';
import { Database, type Transaction } from '../database/database.ts';
import { SecurityEvents } from '../security-events/security-events.ts';
import type { Device } from './device.ts';
import { OpenedSessions } from './opened-sessions.repository.ts';
import { hashOf, newSecret } from './secrets.ts';
import { one } from '../database/one.ts';

/** How long a code and its link are good for. */
export const validMinutes = 10;
const mostAttempts = 5;

interface Opener {
  mail: string;
  language: string;
  /** By a link that the demonstration printed. */
  printed?: boolean;
}

/** Signs people in by mail: a code typed where it was asked for, or a link whose page has a button. */
@Injectable()
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly events: SecurityEvents,
    private readonly sessions: OpenedSessions,
    private readonly config: Config,
  ) {}

  /** Opens a session for the code of a challenge and returns its secret. A challenge bears five tries. */
  async byCode(challenge: string, typed: string, device: Device): Promise<string> {
    const code = normaliseCode(typed);
    const outcome = await this.database.write(async (transaction) => {
      const [row]: { mail: string; language: string; right: boolean }[] = await transaction.query(
        `with tried as (
           update sign_in_challenge set attempts = attempts + 1
           where id = $1 and consumed_at is null and expires_at > now() and attempts < ${mostAttempts}
           returning id, mail, language, code_hash
         )
         select mail, language, code_hash = $2 as right from tried`,
        [challenge, hashOf(code ?? '')],
      );
      if (!row) return 'over' as const;
      if (!row.right) return 'wrong' as const;
      await transaction.query('update sign_in_challenge set consumed_at = now() where id = $1', [challenge]);
      return { secret: await this.#openSession(transaction, row, device, 'code') };
    });
    if (outcome === 'over') {
      await this.#noteRefusal('c.id = $1', challenge, 'code over');
      throw new DomainError(
        'auth.code_expired',
        {},
        `This code was used, is older than ${validMinutes} minutes, or was mistyped too often. Ask for a new one.`,
      );
    }
    if (outcome === 'wrong') {
      await this.#noteRefusal('c.id = $1', challenge, 'wrong code');
      throw new DomainError(
        'auth.code_invalid',
        {},
        'This is not the code that was mailed. Look at the newest mail and type its eight letters here.',
      );
    }
    return outcome.secret;
  }

  /** Opens a session for the secret of a link and returns its secret; the page's button asks for it, opening alone never does. */
  async byLink(linkSecret: string, device: Device): Promise<string> {
    const secret = await this.database.write(async (transaction) => {
      const [row]: Opener[] = await transaction.query(
        `with used as (
           update sign_in_challenge set consumed_at = now()
           where link_hash = $1 and consumed_at is null and expires_at > now() returning mail, language, printed
         ) select mail, language, printed from used`,
        [hashOf(linkSecret)],
      );
      return row ? this.#openSession(transaction, row, device, 'link') : null;
    });
    if (secret === null) {
      await this.#noteRefusal('c.link_hash = $1', hashOf(linkSecret), 'link over');
      throw new DomainError('auth.code_expired', {}, 'This link was used or is too old. Ask for a new one.');
    }
    return secret;
  }

  /** A link that signs its opener in as `mail`, without a mail: printed on the demo forum's terminal. */
  async linkFor(mail: string, hours: number): Promise<string> {
    const secret = newSecret();
    await this.database.rows(
      `insert into sign_in_challenge (mail, code_hash, link_hash, language, expires_at, printed)
       values ($1, $2, $3, 'en', now() + $4 * interval '1 hour', true)`,
      [mail.toLowerCase(), hashOf(newSecret()), hashOf(secret), hours],
    );
    return `${this.config.baseUrl}${pathOf(secret)}`;
  }

  /** Notes as whom somebody tried to sign in, if it was anybody; who it was, only the right code would prove. */
  async #noteRefusal(condition: string, value: unknown, what: string): Promise<void> {
    const row = await this.database.row<{ personId: string }>(
      `select p.id as "personId" from sign_in_challenge c join person p on p.mail = c.mail where ${condition}`,
      [value],
    );
    this.events.note(null, { kind: 'sign-in.refused', what, subjectId: row?.personId ?? null });
  }

  /** A new session; whoever signs in for the first time becomes a person. */
  async #openSession(
    transaction: Transaction,
    { mail, language, printed }: Opener,
    device: Device,
    way: 'code' | 'link',
  ): Promise<string> {
    const name = mail.slice(0, mail.indexOf('@'));
    const person = one(
      await transaction.query<{ id: string }>(
        `insert into person (mail, display_name, sort_key, language) values ($1, $2, $2, $3)
       on conflict (mail) do update set mail = excluded.mail returning id`,
        [mail, name, language],
      ),
    );
    return this.sessions.open(transaction, {
      personId: person.id,
      device,
      way: printed ? 'printed link' : way,
    });
  }
}

/** The screen whose button signs in. */
export const pathOf = (secret: string): string => `/sign-in/link#${secret}`;
