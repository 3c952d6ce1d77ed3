import { Injectable } from '@nestjs/common';
import { DomainError } from '@forum/domain/errors';
import { normaliseCode } from '@forum/domain/identity/sign-in-code';
import { Config } from '../config.ts';
import { Database, type Transaction } from '../database/database.ts';
import { SecurityEvents } from '../security-events/security-events.ts';
import type { Device } from './device.ts';
import { OpenedSessions } from './opened-sessions.repository.ts';
import { SignInChallengeEntity } from './entities/sign-in-challenge.entity.ts';
import { hashOf, newSecret } from './secrets.ts';
import {
  keepPrintedLink,
  type Opener,
  personOfChallenge,
  personOfMail,
  tryChallenge,
  useLink,
} from './sign-in-challenges.repository.ts';

/** How long a code and its link are good for. */
export const validMinutes = 10;
const mostAttempts = 5;

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
      const tried = await tryChallenge(transaction, {
        id: challenge,
        codeHash: hashOf(code ?? ''),
        mostAttempts,
      });
      if (!tried) return 'over' as const;
      if (!tried.right) return 'wrong' as const;
      await transaction.manager.update(SignInChallengeEntity, { id: challenge }, { consumedAt: new Date() });
      return { secret: await this.#openSession(transaction, tried, device, 'code') };
    });
    if (outcome === 'over') {
      await this.#noteRefusal({ id: challenge, linkHash: null }, 'code over');
      throw new DomainError(
        'auth.code_expired',
        {},
        `This code was used, is older than ${validMinutes} minutes, or was mistyped too often. Ask for a new one.`,
      );
    }
    if (outcome === 'wrong') {
      await this.#noteRefusal({ id: challenge, linkHash: null }, 'wrong code');
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
      const used = await useLink(transaction, hashOf(linkSecret));
      return used ? this.#openSession(transaction, used, device, 'link') : null;
    });
    if (secret === null) {
      await this.#noteRefusal({ id: null, linkHash: hashOf(linkSecret) }, 'link over');
      throw new DomainError('auth.code_expired', {}, 'This link was used or is too old. Ask for a new one.');
    }
    return secret;
  }

  /** A link that signs its opener in as `mail`, without a mail: printed on the demo forum's terminal. */
  async linkFor(mail: string, hours: number): Promise<string> {
    const secret = newSecret();
    await keepPrintedLink(this.database, {
      mail: mail.toLowerCase(),
      codeHash: hashOf(newSecret()),
      linkHash: hashOf(secret),
      hours,
    });
    return `${this.config.baseUrl}${pathOf(secret)}`;
  }

  /** Notes as whom somebody tried to sign in, if it was anybody; who it was, only the right code would prove. */
  async #noteRefusal(challenge: { id: string | null; linkHash: Buffer | null }, what: string): Promise<void> {
    const subjectId = await personOfChallenge(this.database.reader, challenge);
    this.events.note(null, { kind: 'sign-in.refused', what, subjectId });
  }

  /** A new session; whoever signs in for the first time becomes a person. */
  async #openSession(
    transaction: Transaction,
    opener: Opener,
    device: Device,
    way: 'code' | 'link',
  ): Promise<string> {
    const personId = await personOfMail(transaction, opener);
    return this.sessions.open(transaction, {
      personId,
      device,
      way: opener.printed ? 'printed link' : way,
    });
  }
}

/** The screen whose button signs in. */
export const pathOf = (secret: string): string => `/sign-in/link#${secret}`;
