import { createHash, randomBytes } from 'node:crypto';

/** A secret of 256 bits that fits into an address. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What the database keeps of a secret: enough to recognise it, useless to whoever reads the table. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
