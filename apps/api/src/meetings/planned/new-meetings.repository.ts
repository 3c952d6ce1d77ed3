import { foldedTopic } from '@forum/domain/meetings/topic';
import type { Transaction } from '../../database/database.ts';
import type { PlannedMeetings } from './planned-meetings.ts';

/** Ids for rows that are named before they are inserted. */
export async function newIds(transaction: Transaction, count: number): Promise<string[]> {
  const rows = await transaction.query<{ id: string }>('select uuidv7() as id from generate_series(1, $1)', [
    count,
  ]);
  return rows.map(({ id }) => id);
}

/** Inserts the meetings that a plan makes, one for each id, with their people. */
export async function insertMeetings(
  transaction: Transaction,
  editionId: string,
  { make, requestedBy, runId }: PlannedMeetings,
  ids: readonly string[],
): Promise<void> {
  await transaction.query(
    `insert into meeting (id, edition_id, from_team_id, to_team_id, topic, topic_ko, folded_topic, state, starts_at, ends_at, table_id,
       interpreter_id, control_entries, requested_by, planned_by)
     select m.id, $1, m.from_team, m.to_team, m.topic, m.topic_ko, m.folded_topic, 'accepted', m.starts, m.ends, m.table_id,
       m.interpreter_id, string_to_array(m.entries, ' '), $2, $3
     from unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::timestamptz[], $9::timestamptz[], $10::uuid[], $11::uuid[], $12::text[],
       $13::text[], $14::text[])
       as m (id, from_team, to_team, topic, starts, ends, table_id, interpreter_id, entries, topic_ko, folded_topic)`,
    [
      editionId,
      requestedBy,
      runId,
      ids,
      make.map((one) => one.fromTeamId),
      make.map((one) => one.toTeamId),
      make.map((one) => one.topic.topic),
      make.map((one) => one.slot.start),
      make.map((one) => one.slot.end),
      make.map((one) => one.tableId),
      make.map((one) => one.interpreterId),
      make.map((one) => one.topic.controlEntries.join(' ')),
      make.map((one) => one.topic.topicKo),
      make.map((one) => foldedTopic(one.topic)),
    ],
  );
  await insertPeople(transaction, editionId, make, ids);
}

async function insertPeople(
  transaction: Transaction,
  editionId: string,
  make: PlannedMeetings['make'],
  ids: readonly string[],
): Promise<void> {
  const people = make.flatMap(({ from, to }, n) => [
    ...from.map(({ delegateId }) => ({ id: ids[n], delegateId, side: 'from' })),
    ...to.map(({ delegateId }) => ({ id: ids[n], delegateId, side: 'to' })),
  ]);
  await transaction.query(
    `insert into meeting_participant (edition_id, meeting_id, delegate_id, side)
     select $1, p.meeting, p.delegate, p.side from unnest($2::uuid[], $3::uuid[], $4::text[]) as p (meeting, delegate, side)`,
    [
      editionId,
      people.map(({ id }) => id),
      people.map(({ delegateId }) => delegateId),
      people.map(({ side }) => side),
    ],
  );
}
