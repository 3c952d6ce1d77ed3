import { Injectable } from '@nestjs/common';
import { DomainError } from '@forum/domain/errors';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { Config } from '../../config.ts';
import { Database, type Transaction } from '../../database/database.ts';
import { personOf, type Viewer } from '../../http/viewer.ts';
import { SecurityEvents } from '../../security-events/security-events.ts';
import type { Device } from '../device.ts';
import { OpenedSessions } from '../opened-sessions.repository.ts';
import { isOurs, newChallenge, spendChallenge } from './passkey-challenge.ts';
import { type RelyingParty, relyingPartyOf } from './relying-party.ts';
import { type Enrolled, lockPerson, requireLeave, SecondFactorsService } from './second-factors.service.ts';
import { showFactor } from './shown-factor.repository.ts';

/** A credential as a browser sends it; the library looks into it. */
export interface Credential {
  id: string;
  [part: string]: unknown;
}

interface Passkey {
  id: string;
  personId: string;
  publicKey: Buffer;
  counter: string;
  transports: string[];
}

const signInPurpose = 'sign-in';

// A challenge is answered in the session that asked for it, and so by its person alone.
const proofPurpose = ({ sessionId }: Viewer) => `proof ${sessionId}`;
const newPasskeyPurpose = ({ sessionId }: Viewer) => `new passkey ${sessionId}`;

/** Keys of devices (WebAuthn): they show that the device is there and that its owner unlocked it, both factors at once. */
@Injectable()
export class PasskeysService {
  constructor(
    private readonly database: Database,
    private readonly factors: SecondFactorsService,
    private readonly sessions: OpenedSessions,
    private readonly events: SecurityEvents,
    private readonly config: Config,
  ) {}

  /** What a browser makes a new passkey from. */
  async begin(viewer: Viewer): Promise<Record<string, unknown>> {
    const { id, mail, name } = self(viewer);
    const party = this.party();
    const known = await this.database.write(async (transaction) => {
      await requireLeave(transaction, viewer);
      return transaction.query<{ id: string }>(
        'select credential_id as id from passkey where person_id = $1 order by id limit 100',
        [id],
      );
    });
    const options = await generateRegistrationOptions({
      rpID: party.id,
      rpName: party.name,
      userID: new Uint8Array(Buffer.from(id)),
      userName: mail,
      userDisplayName: name,
      challenge: newChallenge(this.config.secret, newPasskeyPurpose(viewer), Date.now()),
      attestationType: 'none',
      excludeCredentials: known,
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    return { ...options };
  }

  /** Keeps the passkey that the browser made. */
  async add(viewer: Viewer, credential: Credential, device: string): Promise<Enrolled> {
    const { id: personId } = self(viewer);
    const party = this.party();
    const { made, challenge } = await this.readNew(credential, newPasskeyPurpose(viewer), party);
    return this.database.write(async (transaction) => {
      const { isFirst } = await requireLeave(transaction, viewer);
      if (!(await spendChallenge(transaction, challenge))) throw notProved();
      const kept = await transaction.query(
        `insert into passkey (person_id, credential_id, public_key, counter, transports, rp_id, device)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (credential_id) do nothing returning id`,
        [
          personId,
          made.id,
          Buffer.from(made.publicKey),
          made.counter,
          made.transports ?? [],
          party.id,
          device.slice(0, 200),
        ],
      );
      if (kept.length === 0) throw notProved();
      return this.factors.enrolled(transaction, viewer, { isFirst, what: 'passkey' });
    });
  }

  async remove(viewer: Viewer, id: string): Promise<void> {
    const { id: personId } = self(viewer);
    await this.database.write(async (transaction) => {
      await lockPerson(transaction, personId);
      const removed = await transaction.query(
        'delete from passkey where id = $1 and person_id = $2 returning id',
        [id, personId],
      );
      if (removed.length === 0)
        throw new DomainError('not_found', { passkey: id }, 'You have no such passkey.');
      await this.factors.removed(transaction, viewer, 'passkey');
    });
  }

  /** What a browser is asked with to show a passkey of the person. */
  async beginProof(viewer: Viewer): Promise<Record<string, unknown>> {
    const { id } = self(viewer);
    const party = this.party();
    const allowed = await this.database.rows<{ id: string; transports: string[] }>(
      'select credential_id as id, transports from passkey where person_id = $1 and rp_id = $2 order by id limit 100',
      [id, party.id],
    );
    return this.ask(party, proofPurpose(viewer), allowed);
  }

  /** Shows the second factor in this session; returns its new secret, if it gets one. */
  prove(viewer: Viewer, credential: Credential): Promise<string | null> {
    const { id } = self(viewer);
    return this.database.write(async (transaction) => {
      const owner = await this.verify(transaction, credential, proofPurpose(viewer));
      if (owner !== id) throw notProved();
      await this.events.record(transaction, viewer, { kind: 'factor', what: 'shown by passkey' });
      return showFactor(transaction, viewer);
    });
  }

  /** What a browser is asked with to sign in whoever has a passkey in it. */
  beginSignIn(): Promise<Record<string, unknown>> {
    return this.ask(this.party(), signInPurpose, []);
  }

  /** Opens a session by a passkey, which has shown both factors; returns its secret. */
  signIn(credential: Credential, device: Device): Promise<string> {
    return this.database.write(async (transaction) => {
      const personId = await this.verify(transaction, credential, signInPurpose);
      return this.sessions.open(transaction, { personId, device, way: 'passkey' });
    });
  }

  private async ask(
    party: RelyingParty,
    purpose: string,
    allowCredentials: { id: string; transports?: string[] }[],
  ): Promise<Record<string, unknown>> {
    const options = await generateAuthenticationOptions({
      rpID: party.id,
      challenge: newChallenge(this.config.secret, purpose, Date.now()),
      userVerification: 'required',
      ...(allowCredentials.length > 0 ? { allowCredentials } : {}),
    });
    return { ...options };
  }

  private async readNew(credential: Credential, purpose: string, party: RelyingParty) {
    let challenge = '';
    const verified = await verifyRegistrationResponse({
      response: credential as unknown as RegistrationResponseJSON,
      expectedChallenge: (given) => {
        challenge = given;
        return isOurs(this.config.secret, purpose, given, Date.now());
      },
      expectedOrigin: party.origin,
      expectedRPID: party.id,
    }).catch(() => null);
    if (!verified?.verified) throw notProved();
    return { made: verified.registrationInfo.credential, challenge };
  }

  /** Whose passkey signed one of our challenges for this purpose, which is used by that. */
  private async verify(transaction: Transaction, credential: Credential, purpose: string): Promise<string> {
    const party = this.party();
    const [passkey] = await transaction.query<Passkey>(
      `select id, person_id as "personId", public_key as "publicKey", counter, transports
       from passkey where credential_id = $1 and rp_id = $2 for update`,
      [credential.id, party.id],
    );
    if (!passkey) throw notProved();
    let challenge = '';
    const verified = await verifyAuthenticationResponse({
      response: credential as unknown as AuthenticationResponseJSON,
      expectedChallenge: (given) => {
        challenge = given;
        return isOurs(this.config.secret, purpose, given, Date.now());
      },
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      credential: {
        id: credential.id,
        publicKey: new Uint8Array(passkey.publicKey),
        counter: Number(passkey.counter),
        transports: passkey.transports,
      },
    }).catch(() => null);
    if (!verified?.verified || !(await spendChallenge(transaction, challenge))) throw notProved();
    await transaction.query('update passkey set counter = $2, last_used_at = now() where id = $1', [
      passkey.id,
      verified.authenticationInfo.newCounter,
    ]);
    return passkey.personId;
  }

  private party(): RelyingParty {
    const party = relyingPartyOf(this.config);
    if (!party) {
      throw new DomainError(
        'request.invalid',
        {},
        'Browsers know passkeys only at a name and with TLS: BASE_URL of this forum is neither. Use one-time codes.',
      );
    }
    return party;
  }
}

const notProved = () =>
  new DomainError('auth.factor_invalid', {}, 'This passkey could not be verified. Try again, or use a code.');

const self = (viewer: Viewer) => viewer.aide ?? personOf(viewer);
