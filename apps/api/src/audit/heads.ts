import { createHmac, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { z } from 'zod';

/** Where the journal of an edition stood: its newest link then. */
export interface Head {
  /** The edition's slug, for people. */
  edition: string;
  editionId: string;
  sequence: number;
  /** Of the link, in hexadecimal. */
  hash: string;
  /** When it was signed. */
  at: string;
}

/** A head as it leaves the machine; whoever has the forum's public key can tell that the forum signed it. */
export interface SignedHead extends Head {
  key: string;
  signature: string;
}

const signedHead = z.object({
  edition: z.string(),
  editionId: z.string(),
  sequence: z.int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.string(),
  key: z.string(),
  signature: z.string(),
});

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 and in SubjectPublicKeyInfo (RFC 8410). */
const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/** The key that signs heads. It follows from the secret, so it is in no database, and is backed up with the secret. */
function signingKey(secret: string): KeyObject {
  const seed = createHmac('sha256', secret).update('forum: signing key of journal heads, Ed25519').digest();
  return createPrivateKey({ key: Buffer.concat([privatePrefix, seed]), format: 'der', type: 'pkcs8' });
}

/** The public half as a text, for the auditor. */
export function publicKeyOf(secret: string): string {
  const der = createPublicKey(signingKey(secret)).export({ format: 'der', type: 'spki' });
  return der.subarray(publicPrefix.length).toString('base64url');
}

/** Signs where a journal stands. */
export function signHead(secret: string, head: Head): SignedHead {
  const signature = sign(null, textOf(head), signingKey(secret)).toString('base64url');
  return { ...head, key: publicKeyOf(secret), signature };
}

/** Whether a head was signed by the holder of the private half of `key`; what the head says of its own key is no proof. */
export function isSignedBy(key: string, head: SignedHead): boolean {
  const raw = Buffer.from(key, 'base64url');
  if (raw.length !== 32) return false;
  const known = createPublicKey({ key: Buffer.concat([publicPrefix, raw]), format: 'der', type: 'spki' });
  return verify(null, textOf(head), known, Buffer.from(head.signature, 'base64url'));
}

/** Reads a head from the text of its file or mail; null when it is none. */
export function readHead(text: string): SignedHead | null {
  const begin = text.indexOf('{');
  const end = text.lastIndexOf('}');
  if (begin < 0 || end < begin) return null;
  try {
    return signedHead.parse(JSON.parse(text.slice(begin, end + 1)));
  } catch {
    return null;
  }
}

const textOf = ({ edition, editionId, sequence, hash, at }: Head) =>
  Buffer.from(JSON.stringify(['forum journal head', edition, editionId, sequence, hash, at]));
