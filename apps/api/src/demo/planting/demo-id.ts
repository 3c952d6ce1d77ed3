import { createHash } from 'node:crypto';

/**
 * The id of a thing of the demo forum, the same in every database, so that its things know each other before they are
 * stored and are told from what people add later. A UUID of version 8, made of a hash (RFC 9562 §5.8).
 */
export function demoId(kind: string, key: string): string {
  const hex = createHash('sha256').update(`demo ${kind} ${key}`).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** The edition of the demo that is live. */
export const demoEditionId = demoId('edition', 'current');
