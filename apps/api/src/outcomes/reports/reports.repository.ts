import type { SqlReader, Transaction } from '../../database/database.ts';
import { personOf } from '../../http/viewer.ts';
import { noSuchMeeting } from '../../meetings/requests/parties.ts';
import type { MeetingRow, SideOfReport } from './reports.service.ts';

/** A meeting that has been, as its report shows it; else 404. */
export async function readMeeting(reader: SqlReader, editionId: string, id: string): Promise<MeetingRow> {
  const [row] = await reader.query<MeetingRow>(
    `select m.state, utc(m.starts_at) as start, f.firm_id as "fromFirmId", t.firm_id as "toFirmId",
       (select coalesce(json_agg(json_build_object('side', r.side, 'version', r.version, 'view', r.view, 'rating', r.rating,
          'note', r.note, 'followUps', r.follow_ups, 'by', p.display_name, 'reportedAt', utc(r.reported_at)) order by r.side), '[]')
        from meeting_report r left join person_in_edition p on p.edition_id = r.edition_id and p.id = r.reported_by where r.meeting_id = m.id) as reports
     from meeting m join team f on f.id = m.from_team_id join team t on t.id = m.to_team_id
     where m.edition_id = $1 and m.id = $2`,
    [editionId, id],
  );
  if (!row) throw noSuchMeeting(id);
  return row;
}

/** Keeps what one side says of a meeting. */
export async function saveSide(
  transaction: Transaction,
  { editionId, meetingId, side, body, by }: SideOfReport,
): Promise<void> {
  await transaction.query(
    `insert into meeting_report (edition_id, meeting_id, side, view, rating, note, follow_ups, reported_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict on constraint meeting_report_pk do update set view = excluded.view, rating = excluded.rating,
       note = excluded.note, follow_ups = excluded.follow_ups, reported_by = excluded.reported_by,
       reported_at = now(), version = meeting_report.version + 1`,
    [
      editionId,
      meetingId,
      side,
      body.view,
      body.rating,
      body.note,
      JSON.stringify(body.followUps),
      (by.aide ?? personOf(by)).id,
    ],
  );
}
