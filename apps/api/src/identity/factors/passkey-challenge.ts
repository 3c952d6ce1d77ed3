import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

const validMs = 5 * 60_000;
const stampLength = 8;
const randomLength = 16;
const headLength = stampLength + randomLength;

function signature(secret: string, purpose: string, head: Buffer): Buffer {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'forum passkey challenges', 32));
  return createHmac('sha256', key).update(purpose).update('\0').update(head).digest();
}

/**
 * A challenge for a browser, good for five minutes and one purpose. It carries its end and our signature, so that asking
 * for one, which anybody may, keeps nothing.
 */
export function newChallenge(secret: string, purpose: string, now: number): Uint8Array<ArrayBuffer> {
  const head = Buffer.alloc(headLength);
  head.writeBigUInt64BE(BigInt(now + validMs));
  randomBytes(randomLength).copy(head, stampLength);
  return new Uint8Array(Buffer.concat([head, signature(secret, purpose, head)]));
}

/** Whether a challenge that came back is one of ours, for this purpose, and not too old. */
export function isOurs(secret: string, purpose: string, challenge: string, now: number): boolean {
  const bytes = Buffer.from(challenge, 'base64url');
  const head = bytes.subarray(0, headLength);
  const expected = signature(secret, purpose, head);
  const given = bytes.subarray(headLength);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false;
  return head.readBigUInt64BE() >= BigInt(now);
}
