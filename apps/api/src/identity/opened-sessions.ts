import { Injectable } from '@nestjs/common';
import { type Transaction } from '../database/database.ts';
import { SecurityEvents } from '../security-events/security-events.ts';
import { hashOf, newSecret } from './secrets.ts';
import { sessionLifetime } from './session-cookie.ts';

/** A session that begins. */
interface Beginning {
  personId: string;
  device: string;
  way: 'code' | 'link' | 'printed link' | 'passkey';
}

/** Opens sessions, always with a new secret. */
@Injectable()
export class OpenedSessions {
  constructor(private readonly events: SecurityEvents) {}

  /** Returns the secret. A passkey is both factors at once. */
  async open(transaction: Transaction, { personId, device, way }: Beginning): Promise<string> {
    const secret = newSecret();
    const [session] = await transaction.query<{ personId: string; sessionId: string }>(
      `insert into sign_in_session (secret_hash, person_id, device, expires_at, by_printed_link, factor_at)
       values ($1, $2, $3, now() + $4 * interval '1 millisecond', $5, case when $6 then now() end)
       returning person_id as "personId", id as "sessionId"`,
      [
        hashOf(secret),
        personId,
        device.slice(0, 200),
        sessionLifetime,
        way === 'printed link',
        way === 'passkey',
      ],
    );
    await this.events.record(transaction, session ?? null, { kind: 'sign-in', what: way });
    return secret;
  }
}
