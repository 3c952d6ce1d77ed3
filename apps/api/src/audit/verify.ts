import { createHmac } from 'node:crypto';
import { type Transaction } from '../database/database.ts';
import { chainHash, genesis } from './chain.ts';

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
  detail: unknown;
}

/** What a verification found: how far the chain holds, and the first place where it does not. */
export interface Verification {
  links: number;
  /** Details that erasure has emptied; the chain holds without them. */
  erased: number;
  broken: { sequence: number; why: string } | null;
}

const pageSize = 5_000;

/** Walks an edition's journal from its first link and tells the first that was changed, removed, or put in. */
export async function verifyChain(
  reader: Transaction,
  editionId: string,
  secret: string,
): Promise<Verification> {
  let previous: Buffer = genesis;
  let [links, erased] = [0, 0];
  for (;;) {
    const rows = await page(reader, editionId, links);
    for (const row of rows) {
      const why = faultOf(row, links + 1, previous, editionId, secret);
      if (why) return { links, erased, broken: { sequence: Number(row.sequence), why } };
      if (row.detailHash && row.detail === null) erased++;
      previous = row.hash;
      links++;
    }
    if (rows.length < pageSize) return { links, erased, broken: null };
  }
}

function faultOf(
  row: Row,
  expected: number,
  previous: Buffer,
  editionId: string,
  secret: string,
): string | null {
  if (Number(row.sequence) !== expected) return `link ${expected} is missing`;
  if (!row.previousHash.equals(previous)) return 'it does not follow the link before it';
  const hash = chainHash(previous, { ...row, editionId, sequence: expected, at: row.at.toISOString() });
  if (!row.hash.equals(hash)) return 'its content was changed';
  if (row.detail === null || row.detailHash === null) return null;
  const detailHash = createHmac('sha256', secret).update(JSON.stringify(row.detail)).digest();
  return row.detailHash.equals(detailHash) ? null : 'its detail was changed';
}

function page(reader: Transaction, editionId: string, after: number): Promise<Row[]> {
  return reader.query<Row>(
    `select j.id, j.sequence, j.type, j.entity_id as "entityId", j.version, j.person_id as "personId", j.acting_for as "actingFor",
       j.detail_hash as "detailHash", j.at, j.previous_hash as "previousHash", j.hash, d.detail
     from journal j left join journal_detail d on d.journal_id = j.id
     where j.edition_id = $1 and j.sequence > $2 order by j.sequence limit ${pageSize}`,
    [editionId, after],
  );
}
