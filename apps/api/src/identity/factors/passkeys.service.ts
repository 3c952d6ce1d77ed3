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
import { Database, type WriteTransaction } from '../../database/database.ts';
import { personOf, type Viewer } from '../../http/viewer.ts';
import { SecurityEvents } from '../../security-events/security-events.ts';
import type { Device } from '../device.ts';
import { OpenedSessions } from '../opened-sessions.repository.ts';
import { PasskeyEntity } from './entities/passkey.entity.ts';
import { isOurs, newChallenge } from './passkey-challenge.ts';
import { spendChallenge } from './passkey-challenges.repository.ts';
import { type RelyingParty, relyingPartyOf } from './relying-party.ts';
import { type Enrolled, lockPerson, requireLeave, SecondFactorsService } from './second-factors.service.ts';
import { showFactor } from './shown-factor.repository.ts';

/** A credential as a browser sends it; the library looks into it. */
export interface Credential {
  id: string;
  [part: string]: unknown;
}

const mostPasskeys = 100;

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
      return transaction.manager.find(PasskeyEntity, {
        select: { credentialId: true },
        where: { personId: id },
        order: { id: 'ASC' },
        take: mostPasskeys,
      });
    });
    const options = await generateRegistrationOptions({
      rpID: party.id,
      rpName: party.name,
      userID: new Uint8Array(Buffer.from(id)),
      userName: mail,
      userDisplayName: name,
      challenge: newChallenge(this.config.secret, newPasskeyPurpose(viewer), Date.now()),
      attestationType: 'none',
      excludeCredentials: known.map(({ credentialId }) => ({ id: credentialId })),
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
      const passkey = {
        personId,
        credentialId: made.id,
        publicKey: Buffer.from(made.publicKey),
        counter: String(made.counter),
        transports: made.transports ?? [],
        rpId: party.id,
        device: device.slice(0, 200),
      };
      const insert = transaction.manager.createQueryBuilder().insert().into(PasskeyEntity).values(passkey);
      const { raw } = await insert.orIgnore().returning('id').execute();
      if ((raw as unknown[]).length === 0) throw notProved();
      return this.factors.enrolled(transaction, viewer, { isFirst, what: 'passkey' });
    });
  }

  async remove(viewer: Viewer, id: string): Promise<void> {
    const { id: personId } = self(viewer);
    await this.database.write(async (transaction) => {
      await lockPerson(transaction, personId);
      const { affected } = await transaction.manager.delete(PasskeyEntity, { id, personId });
      if (!affected) throw new DomainError('not_found', { passkey: id }, 'You have no such passkey.');
      await this.factors.removed(transaction, viewer, 'passkey');
    });
  }

  /** What a browser is asked with to show a passkey of the person. */
  async beginProof(viewer: Viewer): Promise<Record<string, unknown>> {
    const { id } = self(viewer);
    const party = this.party();
    const usable = await this.database.read((manager) =>
      manager.find(PasskeyEntity, {
        select: { credentialId: true, transports: true },
        where: { personId: id, rpId: party.id },
        order: { id: 'ASC' },
        take: mostPasskeys,
      }),
    );
    const allowed = usable.map(({ credentialId, transports }) => ({ id: credentialId, transports }));
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
  private async verify(
    transaction: WriteTransaction,
    credential: Credential,
    purpose: string,
  ): Promise<string> {
    const party = this.party();
    const passkey = await transaction.manager.findOne(PasskeyEntity, {
      where: { credentialId: credential.id, rpId: party.id },
      lock: { mode: 'pessimistic_write' },
    });
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
    const used = { counter: String(verified.authenticationInfo.newCounter), lastUsedAt: new Date() };
    await transaction.manager.update(PasskeyEntity, { id: passkey.id }, used);
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
