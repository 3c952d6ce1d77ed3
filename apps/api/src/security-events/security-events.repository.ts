import type { SqlReader } from '../database/database.ts';
import type { Row } from './security-events.ts';

/** Keeps events of security. */
export async function insert(reader: SqlReader, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  await reader.query(
    `insert into security_event (at, kind, what, person_id, acting_for, session_id, subject_id, edition_id, route, request_id, times)
     select coalesce(at, clock_timestamp()), kind, what, person_id, acting_for, session_id, subject_id, edition_id, route, request_id, times
     from json_to_recordset($1::json) as e
       (at timestamptz, kind text, what text, person_id uuid, acting_for uuid, session_id uuid, subject_id uuid, edition_id uuid, route text, request_id text, times int)`,
    [JSON.stringify(rows)],
  );
}
