import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** What one link of an edition's journal is made of; ids, versions and a keyed hash of the detail, never a value. */
export interface Link {
  editionId: string;
  sequence: number;
  type: string;
  entityId: string;
  version: number;
  personId: string | null;
  actingFor: string | null;
  detailHash: Buffer | null;
  /** ISO 8601 with milliseconds, UTC. */
  at: string;
}

/** What the first link of an edition follows. */
export const genesis = Buffer.alloc(32);

/** The type of the link by which a journal of unkeyed hashes was carried over, and of the record of an erasure. */
export const carriedOver = 'journal.carried-over';
export const erasedDetails = 'journal.erased';

/** A key of its own for each use of the secret, so that what is made for one use proves nothing for another. */
const keyFor = (secret: string, use: string) => createHmac('sha256', secret).update(use).digest();

/** The hash of a link: HMAC-SHA-256, keyed with the secret, over the hash before and the link's fields in a fixed order. */
export function chainHash(secret: string, previous: Buffer, link: Link): Buffer {
  const key = keyFor(secret, 'forum: links of the journal');
  return createHmac('sha256', key).update(previous).update(canonical(link)).digest();
}

/** The hash of a link before journals were keyed, which anybody can make. */
export function unkeyedHash(previous: Buffer, link: Link): Buffer {
  return createHash('sha256').update(previous).update(canonical(link)).digest();
}

const canonical = (link: Link) =>
  JSON.stringify([
    link.editionId,
    link.sequence,
    link.type,
    link.entityId,
    link.version,
    link.personId,
    link.actingFor,
    link.detailHash?.toString('hex') ?? null,
    link.at,
  ]);

/** The keyed hash of a detail, by which it can be gone and not be changed. */
export const detailHashOf = (secret: string, detail: unknown): Buffer =>
  createHmac('sha256', secret).update(JSON.stringify(detail)).digest();

/** Which details of an edition are gone rightly: the detail of an erasure's own link. Keys in the order of PostgreSQL. */
export interface Gone {
  seal: string;
  sequences: number[];
}

/** Names details that are gone rightly, which only the holder of the secret can. */
export const sealGone = (secret: string, editionId: string, sequences: number[]): Gone => ({
  seal: sealOf(secret, editionId, sequences).toString('hex'),
  sequences,
});

/** The details that a record names, or none when its seal is not of this secret. */
export function goneBy(secret: string, editionId: string, record: unknown): number[] {
  const { seal, sequences } = (record ?? {}) as Partial<Gone>;
  if (typeof seal !== 'string' || !Array.isArray(sequences)) return [];
  const [given, right] = [Buffer.from(seal, 'hex'), sealOf(secret, editionId, sequences)];
  return given.length === right.length && timingSafeEqual(given, right) ? sequences : [];
}

const sealOf = (secret: string, editionId: string, sequences: readonly number[]) =>
  createHmac('sha256', keyFor(secret, 'forum: details that are gone'))
    .update(JSON.stringify([editionId, sequences]))
    .digest();
