import type pg from 'pg';
import { carriedOver, chainHash, detailHashOf, genesis, sealGone } from '../audit/chain.ts';

interface ChangeRow {
  id: string;
  edition_id: string;
  streams: string[];
  type: string;
  entity_id: string;
  version: number;
  person_id: string | null;
  acting_for: string | null;
  payload: unknown;
  detail: unknown;
  at: Date;
}

interface Numbered {
  change: ChangeRow;
  sequence: number;
  detailHash: Buffer | null;
  previousHash: Buffer;
  hash: Buffer;
}

const batchSize = 500;

/**
 * Moves up to 500 committed changes into the journal in one transaction: gapless numbers per edition and per stream,
 * one link of the hash chain each, one NOTIFY for all. Only the holder of the sequencer's lock may call it.
 * Returns how many were moved.
 */
export async function moveChanges(client: pg.Client, secret: string): Promise<number> {
  const waiting = await client.query('select from change limit 1');
  if (waiting.rowCount === 0) return 0;
  await client.query('begin');
  try {
    const taken = await client.query<ChangeRow>(
      `delete from change where id in (select id from change order by id limit ${batchSize}) returning *`,
    );
    const changes = taken.rows.sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
    const journalIds = await append(client, await chain(client, changes, secret));
    await number(client, changes, journalIds);
    await client.query(`select pg_notify('forum_journal', $1)`, [String(journalIds.at(-1) ?? '')]);
    await client.query('commit');
    return changes.length;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/**
 * Carries journals over that were kept before links were keyed: one keyed link follows the old ones, and so vouches for
 * the newest of them and all before it from now on. It also says which details had been erased until then.
 */
export async function carryOver(client: pg.Client, secret: string): Promise<string[]> {
  const { rows } = await client.query<{ edition_id: string; gone: string[] }>(
    `select e.id as edition_id, array(
       select o.sequence from journal o left join journal_detail d on d.journal_id = o.id
       where o.edition_id = e.id and o.detail_hash is not null and d.journal_id is null order by o.sequence) as gone
     from edition e
     where exists (select from journal j where j.edition_id = e.id)
       and not exists (select from journal j where j.edition_id = e.id and j.keyed)`,
  );
  const seams = rows.map(({ edition_id, gone }): ChangeRow => ({
    ...{ id: '0', edition_id, streams: [], type: carriedOver, entity_id: edition_id, version: 1 },
    ...{ person_id: null, acting_for: null, payload: null, at: new Date() },
    detail: sealGone(secret, edition_id, gone.map(Number)),
  }));
  if (seams.length > 0) await append(client, await chain(client, seams, secret));
  return rows.map((row) => row.edition_id);
}

async function chain(client: pg.Client, changes: readonly ChangeRow[], secret: string): Promise<Numbered[]> {
  const editions = [...new Set(changes.map((change) => change.edition_id))];
  const { rows } = await client.query<{ edition_id: string; sequence: string; hash: Buffer }>(
    `select e as edition_id, j.sequence, j.hash from unnest($1::uuid[]) e
     cross join lateral (select sequence, hash from journal where edition_id = e order by sequence desc limit 1) j`,
    [editions],
  );
  const tips = new Map(
    rows.map((row) => [row.edition_id, { sequence: Number(row.sequence), hash: row.hash }]),
  );
  return changes.map((change) => {
    const tip = tips.get(change.edition_id) ?? { sequence: 0, hash: genesis };
    const sequence = tip.sequence + 1;
    const detailHash = change.detail === null ? null : detailHashOf(secret, change.detail);
    const hash = chainHash(secret, tip.hash, {
      editionId: change.edition_id,
      sequence,
      type: change.type,
      entityId: change.entity_id,
      version: change.version,
      personId: change.person_id,
      actingFor: change.acting_for,
      detailHash,
      at: change.at.toISOString(),
    });
    tips.set(change.edition_id, { sequence, hash });
    return { change, sequence, detailHash, previousHash: tip.hash, hash };
  });
}

async function append(client: pg.Client, links: readonly Numbered[]): Promise<string[]> {
  const column = <Value>(read: (link: Numbered) => Value) => links.map(read);
  const { rows } = await client.query<{ id: string }>(
    `insert into journal (edition_id, sequence, type, entity_id, version, person_id, acting_for, detail_hash, at, previous_hash, hash, keyed)
     select *, true from unnest($1::uuid[], $2::bigint[], $3::text[], $4::uuid[], $5::int[], $6::uuid[], $7::uuid[], $8::bytea[], $9::timestamptz[], $10::bytea[], $11::bytea[])
     returning id`,
    [
      column((link) => link.change.edition_id),
      column((link) => link.sequence),
      column((link) => link.change.type),
      column((link) => link.change.entity_id),
      column((link) => link.change.version),
      column((link) => link.change.person_id),
      column((link) => link.change.acting_for),
      column((link) => link.detailHash),
      column((link) => link.change.at.toISOString()),
      column((link) => link.previousHash),
      column((link) => link.hash),
    ],
  );
  const ids = rows.map((row) => row.id);
  const details = links.flatMap((link, i) =>
    link.change.detail === null ? [] : [{ id: ids[i], detail: link.change.detail }],
  );
  if (details.length > 0) {
    await client.query(
      `insert into journal_detail (journal_id, detail) select id, detail from json_to_recordset($1::json) as d (id bigint, detail jsonb)`,
      [JSON.stringify(details)],
    );
  }
  return ids;
}

async function number(
  client: pg.Client,
  changes: readonly ChangeRow[],
  journalIds: readonly string[],
): Promise<void> {
  const entries = changes.flatMap((change, i) =>
    change.streams.map((stream) => ({
      edition: change.edition_id,
      stream,
      journal: journalIds[i],
      payload: change.payload,
    })),
  );
  await client.query(
    `with entry as (
       select edition, stream, journal, payload,
         row_number() over (partition by edition, stream order by place) as nth
       from rows from (json_to_recordset($1::json) as (edition uuid, stream text, journal bigint, payload jsonb))
         with ordinality as e (edition, stream, journal, payload, place)
     ),
     head as (
       insert into stream_head (edition_id, stream, number)
       select edition, stream, count(*) from entry group by edition, stream
       on conflict (edition_id, stream) do update set number = stream_head.number + excluded.number
       returning edition_id, stream, number
     )
     insert into journal_stream (edition_id, stream, number, journal_id, payload)
     select e.edition, e.stream, h.number - (count(*) over (partition by e.edition, e.stream)) + e.nth, e.journal, e.payload
     from entry e join head h on h.edition_id = e.edition and h.stream = e.stream`,
    [JSON.stringify(entries)],
  );
}
