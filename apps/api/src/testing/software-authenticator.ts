import { cose, isoCBOR } from '@simplewebauthn/server/helpers';
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { Credential } from '../identity/factors/passkeys.service.ts';

/** What an attacker would have the browser or the device say otherwise. */
interface Otherwise {
  origin?: string;
  rpId?: string;
  /** The signature counter of the device; by default one more than at the last use. */
  counter?: number;
  /** Whether the owner unlocked the device. */
  verified?: boolean;
}

type Options = Record<string, unknown>;

const userPresent = 0x01;
const userVerified = 0x04;
const hasCredential = 0x40;
const { COSEKEYS, COSEKTY, COSEALG, COSECRV } = cose;

/** A browser at an origin with an authenticator that holds one ES256 key (WebAuthn level 3, §6.1). */
export class SoftwareAuthenticator {
  readonly id = randomBytes(16);
  private readonly key = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  private counter = 0;

  constructor(private readonly origin: string) {}

  /** Answers what a browser is asked to make a passkey from. */
  create(options: Options, otherwise: Otherwise = {}): Credential {
    const data = Buffer.concat([this.data(hasCredential, otherwise), this.attested()]);
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', new Uint8Array(data)],
    ]);
    return this.credential({
      clientDataJSON: this.client('webauthn.create', options, otherwise).toString('base64url'),
      attestationObject: Buffer.from(isoCBOR.encode(attestation as never)).toString('base64url'),
    });
  }

  /** Answers what a browser is asked to show a passkey with. */
  get(options: Options, otherwise: Otherwise = {}): Credential {
    const client = this.client('webauthn.get', options, otherwise);
    const data = this.data(0, otherwise);
    const signed = Buffer.concat([data, createHash('sha256').update(client).digest()]);
    return this.credential({
      clientDataJSON: client.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: sign('sha256', signed, this.key.privateKey).toString('base64url'),
    });
  }

  private credential(response: Record<string, string>): Credential {
    const id = this.id.toString('base64url');
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
  }

  private client(type: string, options: Options, { origin = this.origin }: Otherwise): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge: options['challenge'], origin, crossOrigin: false }));
  }

  private data(flags: number, { rpId, counter, verified = true }: Otherwise): Buffer {
    this.counter = counter ?? this.counter + 1;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(this.counter);
    const party = createHash('sha256').update(rpId ?? new URL(this.origin).hostname);
    return Buffer.concat([
      party.digest(),
      Buffer.from([flags | userPresent | (verified ? userVerified : 0)]),
      count,
    ]);
  }

  /** The new key as the forum is given it, after a model of device that says nothing of itself. */
  private attested(): Buffer {
    const { x, y } = this.key.publicKey.export({ format: 'jwk' });
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.id.length);
    const key = new Map<number, unknown>([
      [COSEKEYS.kty, COSEKTY.EC2],
      [COSEKEYS.alg, COSEALG.ES256],
      [COSEKEYS.crv, COSECRV.P256],
      [COSEKEYS.x, new Uint8Array(Buffer.from(x!, 'base64url'))],
      [COSEKEYS.y, new Uint8Array(Buffer.from(y!, 'base64url'))],
    ]);
    return Buffer.concat([Buffer.alloc(16), length, this.id, isoCBOR.encode(key as never)]);
  }
}
