import type { SqlReader } from '../database/database.ts';
import {
  carriedOver,
  chainHash,
  detailHashOf,
  erasedDetails,
  genesis,
  goneBy,
  unkeyedHash,
} from './chain.ts';
import type { Head } from './heads.ts';

interface Row {
  id: string;
  sequence: string;
  type: string;
  entityId: string;
  version: number;
  personId: string | null;
  actingFor: string | null;
  detailHash: Buffer | null;
  at: Date;
  previousHash: Buffer;
  hash: Buffer;
  keyed: boolean;
  detail: unknown;
}

/** What a verification found: how far the chain holds, and the first place where it does not. */
export interface Verification {
  links: number;
  /** Details that erasure has emptied, as records of the chain say; it holds without them. */
  erased: number;
  /** The keyed link by which an older journal was carried over, and when; null when all links are keyed. */
  seam: { sequence: number; at: string } | null;
  broken: { sequence: number; why: string } | null;
}

/** What has been seen of a chain so far. */
interface Walk {
  editionId: string;
  secret: string;
  previous: Buffer;
  links: number;
  isKeyed: boolean;
  seam: Verification['seam'];
  missing: number[];
  excused: Set<number>;
}

const pageSize = 5_000;

/**
 * Walks an edition's journal from its first link and tells the first that was changed, removed, or put in, or whose
 * detail is gone without an erasure. What it cannot see is a tail that was cut: {@link holdsHead} does, by a head.
 */
export async function verifyChain(
  reader: SqlReader,
  editionId: string,
  secret: string,
): Promise<Verification> {
  const excused = new Set(await goneByWaiting(reader, editionId, secret));
  const walk: Walk = {
    ...{ editionId, secret, previous: genesis, links: 0, isKeyed: false, seam: null },
    ...{ missing: [], excused },
  };
  for (;;) {
    const rows = await page(reader, editionId, walk.links);
    for (const row of rows) {
      const why = faultOf(row, walk);
      if (why) return found(walk, { sequence: Number(row.sequence), why });
      proceed(row, walk);
    }
    if (rows.length < pageSize) return found(walk, faultAtEnd(walk));
  }
}

/** Whether the journal still has the link that a head names; false when it was cut off or made again. */
export async function holdsHead(
  reader: SqlReader,
  { editionId, sequence, hash }: Pick<Head, 'editionId' | 'sequence' | 'hash'>,
): Promise<boolean> {
  const [row] = await reader.query<{ hash: string }>(
    `select encode(hash, 'hex') as hash from journal where edition_id = $1 and sequence = $2`,
    [editionId, sequence],
  );
  return row?.hash === hash;
}

function found({ links, seam, missing, excused }: Walk, broken: Verification['broken']): Verification {
  return { links, erased: missing.filter((sequence) => excused.has(sequence)).length, seam, broken };
}

function proceed(row: Row, walk: Walk): void {
  const sequence = Number(row.sequence);
  if (row.type === carriedOver && row.keyed) walk.seam = { sequence, at: row.at.toISOString() };
  if (row.type === carriedOver || row.type === erasedDetails)
    for (const gone of goneBy(walk.secret, walk.editionId, row.detail)) walk.excused.add(gone);
  if (row.detailHash && row.detail === null) walk.missing.push(sequence);
  walk.isKeyed = row.keyed;
  walk.previous = row.hash;
  walk.links++;
}

function faultOf(row: Row, walk: Walk): string | null {
  const { editionId, secret, previous, links, isKeyed } = walk;
  const sequence = links + 1;
  if (Number(row.sequence) !== sequence) return `link ${sequence} is missing`;
  if (isKeyed && !row.keyed) return 'it is not keyed, but the link before it is';
  if (row.keyed && !isKeyed && links > 0 && row.type !== carriedOver)
    return 'links before it are not keyed, and it does not carry them over';
  if (!row.previousHash.equals(previous)) return 'it does not follow the link before it';
  const link = { ...row, editionId, sequence, at: row.at.toISOString() };
  const hash = row.keyed ? chainHash(secret, previous, link) : unkeyedHash(previous, link);
  if (!row.hash.equals(hash)) return 'its content was changed';
  if (row.detail === null || row.detailHash === null) return null;
  return row.detailHash.equals(detailHashOf(secret, row.detail)) ? null : 'its detail was changed';
}

/** What only the whole chain tells. */
function faultAtEnd({ links, isKeyed, missing, excused }: Walk): Verification['broken'] {
  const gone = missing.find((sequence) => !excused.has(sequence));
  if (gone !== undefined) return { sequence: gone, why: 'its detail is gone, and no erasure says so' };
  if (links === 0 || isKeyed) return null;
  return {
    sequence: links,
    why: 'no link is keyed, so anybody could have made them; the forum carries an older journal over when it starts',
  };
}

/** An erasure that was done a moment ago, whose record waits for its number. */
async function goneByWaiting(reader: SqlReader, editionId: string, secret: string): Promise<number[]> {
  const waiting = await reader.query<{ detail: unknown }>(
    'select detail from change where edition_id = $1 and type = $2',
    [editionId, erasedDetails],
  );
  return waiting.flatMap(({ detail }) => goneBy(secret, editionId, detail));
}

function page(reader: SqlReader, editionId: string, after: number): Promise<Row[]> {
  return reader.query<Row>(
    `select j.id, j.sequence, j.type, j.entity_id as "entityId", j.version, j.person_id as "personId", j.acting_for as "actingFor",
       j.detail_hash as "detailHash", j.at, j.previous_hash as "previousHash", j.hash, j.keyed, d.detail
     from journal j left join journal_detail d on d.journal_id = j.id
     where j.edition_id = $1 and j.sequence > $2 order by j.sequence limit ${pageSize}`,
    [editionId, after],
  );
}
