import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const ivLength = 12;
const tagLength = 16;

/** A key for one purpose, derived from the forum's SECRET (HKDF, RFC 5869). */
const keyFor = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `forum ${purpose}`, 32));

/** Encrypts what the database alone must not give away; it opens only for the same owner. */
export function seal(secret: string, owner: string, plain: string): Buffer {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv(algorithm, keyFor(secret, 'code app'), iv).setAAD(Buffer.from(owner));
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

/** What was sealed for this owner; throws when it was sealed for another, by another secret, or changed since. */
export function unseal(secret: string, owner: string, sealed: Buffer): string {
  const key = keyFor(secret, 'code app');
  const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, ivLength))
    .setAAD(Buffer.from(owner))
    .setAuthTag(sealed.subarray(ivLength, ivLength + tagLength));
  const body = sealed.subarray(ivLength + tagLength);
  return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
}

/**
 * What is kept of a code that people type. It has 40 bits, which a plain hash would not protect from whoever reads the
 * table: so it is keyed.
 */
export const codeHash = (secret: string, owner: string, code: string): Buffer =>
  createHmac('sha256', keyFor(secret, 'typed codes')).update(`${owner} ${code}`).digest();
