import { Injectable } from '@nestjs/common';
import { type MeetingReport } from '@forum/domain/outcomes/meeting-report';
import { type LedgerEvent } from '@forum/domain/outcomes/ledger';
import { type Transaction } from '../../database/database.ts';

interface EditionRow {
  id: string;
  slug: string;
  title: string;
  year: number;
  /** Agreed meetings that have begun. */
  begun: number;
}

/** A meeting that at least one side has reported on. */
export interface ReportedMeeting {
  meetingId: string;
  editionId: string;
  start: string;
  topic: string;
  from: string;
  to: string;
  reports: MeetingReport[];
}

const mostMeetings = 50_000;

/** What the figures are made of, beside the ledger's log. */
@Injectable()
export class FiguresRepository {
  editions(transaction: Transaction): Promise<EditionRow[]> {
    return transaction.query(
      `select e.id, e.slug, e.title, e.year,
         (select count(*)::int from meeting m where m.edition_id = e.id and m.state = 'accepted' and m.starts_at <= now()) as begun
       from edition e where e.phase <> 'planned' order by e.year desc, e.id limit 60`,
    );
  }

  /** Of one edition, or of all; the latest first. */
  meetings(transaction: Transaction, editionId: string | null): Promise<ReportedMeeting[]> {
    return transaction.query(
      `select m.id as "meetingId", m.edition_id as "editionId", utc(m.starts_at) as start, m.topic,
         f.name as "from", t.name as "to",
         (select json_agg(json_build_object('side', r.side, 'view', r.view, 'rating', r.rating, 'followUps', '[]'::json) order by r.side)
          from meeting_report r where r.meeting_id = m.id) as reports
       from meeting m
       join team ft on ft.id = m.from_team_id join firm f on f.id = ft.firm_id
       join team tt on tt.id = m.to_team_id join firm t on t.id = tt.firm_id
       where ($1::uuid is null or m.edition_id = $1) and m.starts_at is not null and m.state = 'accepted'
         and exists (select from meeting_report r where r.edition_id = m.edition_id and r.meeting_id = m.id)
       order by m.starts_at desc, m.id limit ${mostMeetings}`,
      [editionId],
    );
  }

  /** The titles of the log's matters and the names of its firms. */
  async names(
    transaction: Transaction,
    log: readonly LedgerEvent[],
  ): Promise<{ titles: Map<string, string>; firms: Map<string, string> }> {
    const proposals = log.filter((event) => event.kind === 'proposed');
    const rows = await transaction.query<{ kind: string; id: string; name: string }>(
      `select 'matter' as kind, id, title as name from outcome_matter where id = any($1::uuid[])
       union all select 'firm', id, name from firm where id = any($2::uuid[])`,
      [
        [...new Set(proposals.map(({ matter }) => matter))],
        [...new Set(proposals.flatMap(({ firms }) => firms))],
      ],
    );
    const of = (kind: string) =>
      new Map(rows.filter((row) => row.kind === kind).map(({ id, name }) => [id, name]));
    return { titles: of('matter'), firms: of('firm') };
  }
}
