import { createHash } from 'node:crypto';

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

/** SHA-256 over the hash before and the link's fields in a fixed order. */
export function chainHash(previous: Buffer, link: Link): Buffer {
  const canonical = JSON.stringify([
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
  return createHash('sha256').update(previous).update(canonical).digest();
}
