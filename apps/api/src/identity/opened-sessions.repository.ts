import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/database.ts';
import { Notices } from '../mail/notices.ts';
import { SecurityEvents } from '../security-events/security-events.ts';
import type { Device } from './device.ts';
import { deviceName } from './device-name.ts';
import { hashOf, newSecret } from './secrets.ts';
import { sessionLifetime } from './session-cookie.ts';

/** A session that begins. */
interface Beginning {
  personId: string;
  device: Device;
  way: 'code' | 'link' | 'printed link' | 'passkey';
}

/** Opens sessions, always with a new secret, and ends what the same device had before. */
@Injectable()
export class OpenedSessions {
  constructor(
    private readonly notices: Notices,
    private readonly events: SecurityEvents,
  ) {}

  /** Returns the secret. A passkey is both factors at once. */
  async open(transaction: Transaction, { personId, device, way }: Beginning): Promise<string> {
    const secret = newSecret();
    await transaction.query('delete from sign_in_session where device_hash = $1 or secret_hash = $2', [
      hashOf(device.secret),
      device.session && hashOf(device.session),
    ]);
    await this.#know(transaction, personId, device);
    const [session] = await transaction.query<{ personId: string; sessionId: string }>(
      `insert into sign_in_session (secret_hash, person_id, device, device_hash, expires_at, by_printed_link, factor_at)
       values ($1, $2, $3, $4, now() + $5 * interval '1 millisecond', $6, case when $7 then now() end)
       returning person_id as "personId", id as "sessionId"`,
      [
        hashOf(secret),
        personId,
        device.agent,
        hashOf(device.secret),
        sessionLifetime,
        way === 'printed link',
        way === 'passkey',
      ],
    );
    await this.events.record(transaction, session ?? null, { kind: 'sign-in', what: way });
    return secret;
  }

  /** Mails of a device that is new to the person, unless it is the first that they use at all. */
  async #know(transaction: Transaction, personId: string, device: Device): Promise<void> {
    const [news] = await transaction.query<{ mail: string; language: string }>(
      `with others as (
         select from known_device where person_id = $1 union all select from sign_in_session where person_id = $1 limit 1
       ), seen as (
         insert into known_device (person_id, device_hash) values ($1, $2)
         on conflict on constraint known_device_pk do update set last_seen_at = now()
         returning old.person_id is null as is_new
       )
       select p.mail, p.language from person p, seen where p.id = $1 and seen.is_new and exists (select from others)`,
      [personId, hashOf(device.secret)],
    );
    if (!news) return;
    await this.notices.send(transaction, {
      kind: 'new-device',
      facts: { device: deviceName(device.agent) },
      to: { personId, ...news },
      editionId: null,
      urgency: 'soon',
      about: undefined,
    });
  }
}
