import type { listUninterpreted } from '@forum/contract/meetings/interpreters';
import type { RouteOutput } from '@forum/contract/route';
import type { SqlReader } from '../../database/database.ts';
import { spokenBy } from './spoken-languages.ts';

type Uninterpreted = RouteOutput<typeof listUninterpreted>;

/** Meetings to come whose sides share no language and that nobody interprets, the soonest first. */
export async function uninterpretedMeetings(
  reader: SqlReader,
  editionId: string,
  now: string,
): Promise<Uninterpreted> {
  const rows = await reader.query<Uninterpreted['rows'][number] & { total: number }>(
    `with spoken as materialized (
       select t.id, t.firm_id, ${spokenBy('t.id')} as languages from team t where t.edition_id = $1)
     select m.id, ff.name as "from", tf.name as "to", utc(m.starts_at) as start, utc(m.ends_at) as "end",
       json_build_object('from', f.languages, 'to', t.languages) as languages, h.name as hall, mt.label as "table",
       count(*) over ()::int as total
     from meeting m join spoken f on f.id = m.from_team_id join spoken t on t.id = m.to_team_id
     join firm ff on ff.id = f.firm_id join firm tf on tf.id = t.firm_id
     join meeting_table mt on mt.id = m.table_id join hall h on h.id = mt.hall_id
     where m.edition_id = $1 and m.state = 'accepted' and m.interpreter_id is null and m.ends_at > $2
       and f.languages <> '{}' and t.languages <> '{}' and not f.languages && t.languages
     order by m.starts_at, m.id limit 200`,
    [editionId, now],
  );
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _, ...row }) => row) };
}
