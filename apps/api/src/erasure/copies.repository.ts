import pg from 'pg';
import { carriedOver, erasedDetails, sealGone } from '../audit/chain.ts';
import { type Transaction, transactionOn } from '../database/database.ts';
import { folded, holds } from './places-that-hold.repository.ts';

/** Whose traces are erased: their words, and the ids under which the journal knows them. */
export interface Traces {
  personId: string;
  /** Mail address and names, as they were. */
  words: readonly string[];
  /** Meetings that held a message of theirs. */
  meetings: readonly string[];
  /** When the rest was erased, as PostgreSQL writes it: a mail that is written since names a namesake, who must get it. */
  until: string;
}

/**
 * Empties what was copied from a person: by their words, so that a namesake's copies may go too, which harms nobody.
 * As the owner of the tables, because the server's own role cannot touch the journal. Returns the ids of mails.
 */
export async function eraseCopies(databaseUrl: string, secret: string, traces: Traces): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const transaction = transactionOn(client);
  const mine = folded(traces.words);
  try {
    await client.query('begin');
    const mails = await emptyMails(transaction, mine, traces);
    await deleteAnswersAndImports(transaction, mine, traces);
    await deleteJournalDetails(transaction, secret, mine, traces);
    await transaction.query(
      `insert into security_event (kind, what, subject_id) values ('erasure', 'by command', $1)`,
      [traces.personId],
    );
    await erasePayloads(transaction, mine);
    await client.query('commit');
    return mails;
  } finally {
    await client.end();
  }
}

/** Deletes the notices and empties the mails that name the person, or that repeat a message of theirs. */
async function emptyMails(
  transaction: Transaction,
  mine: readonly string[],
  { personId, meetings, until }: Traces,
): Promise<string[]> {
  // Of a calendar without the folds of its lines (RFC 5545 3.1), which may go through a name.
  const words = `concat_ws(' ', recipient, from_name, reply_to, subject, body, html, replace(calendar, e'\\r\\n ', ''), trouble)`;
  await transaction.query(
    `delete from notice where created_at < $4
       and (${holds(`concat_ws(' ', address, facts)`)} or ${repeatsMessage} or ${ofMeetings(3)})`,
    [mine, personId, meetings, until],
  );
  const mails = await transaction.query<{ id: string }>(
    `update mail set recipient = '', subject = '', body = '', html = null, from_name = null, reply_to = null,
       calendar_method = null, calendar = null, trouble = null,
       leased_until = null,
       given_up_at = case when sent_at is null and overtaken_at is null then coalesce(given_up_at, now()) end
     where created_at < $4 and (${holds(words)} or ${repeatsMessage} or ${ofMeetings(3)}) returning id`,
    [mine, personId, meetings, until],
  );
  return mails.map(({ id }) => id);
}

/** Deletes kept answers of requests, and imports that were only proposed. */
async function deleteAnswersAndImports(
  transaction: Transaction,
  mine: readonly string[],
  { meetings }: Traces,
): Promise<void> {
  await transaction.query(`delete from keyed_write where ${holds('answer')}`, [[...mine, ...meetings]]);
  await transaction.query(
    `delete from proposed_import where ${holds(`concat_ws(' ', content, difference)`)}`,
    [mine],
  );
}

/** Deletes details of the journal, and records in the chain of each edition which ones are gone. */
async function deleteJournalDetails(
  transaction: Transaction,
  secret: string,
  mine: readonly string[],
  { personId }: Traces,
): Promise<void> {
  const gone = await transaction.query<{ editionId: string; sequences: string[] }>(
    `with gone as (
       delete from journal_detail d using journal j where j.id = d.journal_id and j.type <> all($3)
         and (${holds('d.detail')} or j.entity_id = $2 or j.entity_id in (select id from delegate where person_id = $2))
       returning j.edition_id, j.sequence)
     select edition_id as "editionId", array_agg(sequence order by sequence) as sequences from gone group by edition_id`,
    [mine, personId, [carriedOver, erasedDetails]],
  );
  for (const { editionId, sequences } of gone) {
    const record = sealGone(secret, editionId, sequences.map(Number));
    await recordInChain(transaction, editionId, record);
  }
}

/** The journal of an edition says itself which of its details an erasure took, and that it was one. */
const recordInChain = (transaction: Transaction, editionId: string, record: object) =>
  transaction.query(
    `insert into change (edition_id, streams, type, entity_id, version, detail)
     values ($1, array['staff:organiser'], $2, $1, 1, $3)`,
    [editionId, erasedDetails, JSON.stringify(record)],
  );

/** Of mail and notice: all news of meetings that the person asked for with a message, which the first of them repeat. */
const ofMeetings = (parameter: number) =>
  `(once like 'meeting:%' and split_part(once, ':', 2) = any($${parameter}::text[]))`;

/** Of mail and notice: the news of a meeting that the person `$2` declined or cancelled, which repeats what they wrote to it. */
const repeatsMessage = `(once ~ '^meeting:.*:(declined|move-declined|cancelled)$' and exists (
  select from journal j where j.person_id = $2 and j.type = 'meeting.changed'
    and starts_with(once, 'meeting:' || j.entity_id || ':' || j.version || ':')))`;

/** Representations that whole audiences were sent; whoever still catches up fetches the thing itself instead. */
async function erasePayloads(transaction: Transaction, words: readonly string[]): Promise<void> {
  const held = await transaction.query<{ id: string }>(
    `select journal_id as id from journal_stream where payload is not null and ${holds('payload')}`,
    [words],
  );
  if (held.length === 0) return;
  await transaction.query('alter table journal_stream disable trigger journal_stream_only_grows');
  await transaction.query('update journal_stream set payload = null where journal_id = any($1::bigint[])', [
    held.map(({ id }) => id),
  ]);
  await transaction.query('alter table journal_stream enable trigger journal_stream_only_grows');
}
