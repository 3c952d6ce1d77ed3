import { Injectable } from '@nestjs/common';
import type { readAudit } from '@forum/contract/audit/audit';
import type { readChanges } from '@forum/contract/live/changes';
import type { RouteOutput } from '@forum/contract/route';
import { Database, type Transaction } from '../database/database.ts';
import { asChange } from './journal-tail.ts';
import { readHeads } from './stream-heads.repository.ts';

/** A client this far behind in a stream reads afresh instead of catching up. */
const furthestBehind = 500;
const auditPage = 100;

/** Reads the journal for clients that catch up, and for the audit. */
@Injectable()
export class Journal {
  constructor(private readonly database: Database) {}

  /** Changes after the numbers in `since` (`public:12,person:…:4`), of those streams only that the viewer may follow. */
  changesSince(
    editionId: string,
    streams: readonly string[],
    since: string,
  ): Promise<RouteOutput<typeof readChanges>> {
    return this.database.snapshot(async (transaction) => {
      const heads = await readHeads(transaction, editionId, streams);
      const known = parseSince(since).filter(([stream]) => stream in heads);
      const reset = known
        .filter(([stream, number]) => isTooFarBehind(number, heads[stream] ?? 0))
        .map(([stream]) => stream);
      const wanted = known.filter(
        ([stream, number]) => !reset.includes(stream) && number < (heads[stream] ?? 0),
      );
      const changes = wanted.length === 0 ? [] : await readAfter(transaction, editionId, wanted);
      return { changes, heads, reset };
    });
  }

  /**
   * The audit of an edition, newest first. Stars are in it without whose they are, as they are recorded; what was recorded
   * before that was so is told like it.
   */
  async audit(
    editionId: string,
    before: number | null,
    person: string | null,
  ): Promise<RouteOutput<typeof readAudit>> {
    const rows = await this.database.rows<{
      sequence: string;
      at: Date;
      type: string;
      entity: string;
      by: string | null;
      actingFor: string | null;
      hash: string;
    }>(
      `select j.sequence, j.at, j.type, j.entity_id as entity, p.display_name as by, f.display_name as "actingFor", encode(j.hash, 'hex') as hash
       from journal j left join person_in_edition p on p.edition_id = j.edition_id and p.id = j.person_id and j.type <> 'star.changed'
       left join person_in_edition f on f.edition_id = j.edition_id and f.id = j.acting_for and j.type <> 'star.changed'
       where j.edition_id = $1 and ($2::bigint is null or j.sequence < $2)
         and ($3::uuid is null or ($3 in (j.person_id, j.acting_for) and j.type <> 'star.changed'))
       order by j.sequence desc limit ${auditPage}`,
      [editionId, before, person],
    );
    return rows.map((row) => ({ ...row, sequence: Number(row.sequence), at: row.at.toISOString() }));
  }
}

function parseSince(since: string): [stream: string, number: number][] {
  return since
    .split(',')
    .filter(Boolean)
    .map((entry): [string, number] => {
      const colon = entry.lastIndexOf(':');
      return [entry.slice(0, colon), Number(entry.slice(colon + 1))];
    })
    .filter(([, number]) => Number.isSafeInteger(number) && number >= 0);
}

/** Ahead of the head counts as too far behind: the client knew another database. */
const isTooFarBehind = (number: number, head: number) => head - number > furthestBehind || number > head;

async function readAfter(transaction: Transaction, editionId: string, wanted: readonly [string, number][]) {
  const rows: (Parameters<typeof asChange>[0] & { number: string })[] = await transaction.query(
    `select s.stream, s.number, j.type, j.entity_id, j.version, j.at, s.payload
     from unnest($2::text[], $3::bigint[]) as w (stream, after)
     join journal_stream s on s.edition_id = $1 and s.stream = w.stream and s.number > w.after
     join journal j on j.id = s.journal_id
     order by s.journal_id, s.stream`,
    [editionId, wanted.map(([stream]) => stream), wanted.map(([, number]) => number)],
  );
  return rows.map(asChange);
}
