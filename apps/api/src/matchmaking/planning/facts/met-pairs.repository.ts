import { type MeetingReport, resultOf } from '@forum/domain/outcomes/meeting-report';
import type { Transaction } from '../../../database/database.ts';

/**
 * The pairs of firms that have met in this edition, once for each of their meetings: agreed ones that have begun, unless
 * a report says that somebody stayed away.
 */
export async function metPairs(
  transaction: Transaction,
  editionId: string,
  now: string,
): Promise<[string, string][]> {
  const rows = await transaction.query<{ a: string; b: string; reports: MeetingReport[] }>(
    `select f.firm_id as a, t.firm_id as b,
       (select coalesce(json_agg(json_build_object('side', r.side, 'view', r.view, 'rating', null, 'followUps', '[]'::json) order by r.side), '[]')
        from meeting_report r where r.meeting_id = m.id) as reports
     from meeting m join team f on f.id = m.from_team_id join team t on t.id = m.to_team_id
     where m.edition_id = $1 and m.state = 'accepted' and m.starts_at <= $2 order by m.starts_at, m.id limit 50000`,
    [editionId, now],
  );
  return rows.filter(({ reports }) => resultOf(reports).result !== 'no-show').map(({ a, b }) => [a, b]);
}
