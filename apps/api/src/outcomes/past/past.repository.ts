import { Injectable } from '@nestjs/common';
import type { MeetingReport } from '@forum/domain/outcomes/meeting-report';
import type { Transaction } from '../../database/database.ts';

interface Row {
  from: string;
  to: string;
  reports: MeetingReport[];
}

/** What firms of an edition did with each other in others. */
@Injectable()
export class PastRepository {
  /** Agreed meetings of other editions that are over, between two firms of this one; firms by id. */
  meetings(transaction: Transaction, editionId: string): Promise<Row[]> {
    return transaction.query(
      `select f.firm_id as "from", t.firm_id as "to",
         (select coalesce(json_agg(json_build_object('side', r.side, 'view', r.view, 'rating', null, 'followUps', '[]'::json) order by r.side), '[]')
          from meeting_report r where r.meeting_id = m.id) as reports
       from meeting m join team f on f.id = m.from_team_id join team t on t.id = m.to_team_id
       where m.edition_id <> $1 and m.state = 'accepted' and m.ends_at < now() and f.firm_id <> t.firm_id
         and f.firm_id in (select firm_id from firm_in_edition where edition_id = $1)
         and t.firm_id in (select firm_id from firm_in_edition where edition_id = $1)
       order by m.starts_at, m.id limit 100000`,
      [editionId],
    );
  }
}
