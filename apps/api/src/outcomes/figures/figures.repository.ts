import { Injectable } from '@nestjs/common';
import type { MeetingView } from '@forum/domain/outcomes/meeting-report';
import type { LedgerEvent } from '@forum/domain/outcomes/ledger';
import type { Transaction } from '../../database/database.ts';

interface EditionRow {
  id: string;
  slug: string;
  title: string;
  year: number;
  /** Agreed meetings that have begun. */
  begun: number;
}

/** What the two sides of a meeting say of it; null while one has said nothing. */
export interface Views {
  fromView: MeetingView | null;
  toView: MeetingView | null;
}

/** A meeting that at least one side has reported on. */
export interface ReportedMeeting extends Views {
  meetingId: string;
  start: string;
  topic: string;
  topicKo: string | null;
  from: string;
  to: string;
}

/** How many meetings of an edition were reported on like this, and how they were rated in all. */
export interface CountedViews extends Views {
  editionId: string;
  meetings: number;
  ratings: number;
  ratingSum: number;
}

/** Agreed meetings on which a side has reported, as `m`, with the reports of both sides. */
const reported = `
  meeting m
  left join meeting_report f on f.meeting_id = m.id and f.side = 'from'
  left join meeting_report t on t.meeting_id = m.id and t.side = 'to'
  where m.starts_at is not null and m.state = 'accepted' and (f.meeting_id is not null or t.meeting_id is not null)`;

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

  /** How the meetings of every edition were reported on: a handful of rows each, however many there were. */
  views(transaction: Transaction): Promise<CountedViews[]> {
    return transaction.query(
      `select m.edition_id as "editionId", f.view as "fromView", t.view as "toView", count(*)::int as meetings,
         (count(f.rating) + count(t.rating))::int as ratings,
         (coalesce(sum(f.rating), 0) + coalesce(sum(t.rating), 0))::int as "ratingSum"
       from ${reported} group by m.edition_id, f.view, t.view order by m.edition_id, f.view, t.view limit 1000`,
    );
  }

  /** A page of an edition's meetings on which the sides have reported in one of these ways, the latest first. */
  async page(
    transaction: Transaction,
    editionId: string,
    views: readonly Views[],
    { offset, limit }: { offset: number; limit: number },
  ): Promise<{ total: number; rows: ReportedMeeting[] }> {
    const asked = `from ${reported} and m.edition_id = $1
      and (coalesce(f.view, ''), coalesce(t.view, '')) in (select coalesce(a, ''), coalesce(b, '') from unnest($2::text[], $3::text[]) v (a, b))`;
    const filters = [editionId, views.map(({ fromView }) => fromView), views.map(({ toView }) => toView)];
    const [count] = await transaction.query<{ total: number }>(
      `select count(*)::int as total ${asked}`,
      filters,
    );
    const rows = await transaction.query<ReportedMeeting>(
      `select m.id as "meetingId", utc(m.starts_at) as start, m.topic, m.topic_ko as "topicKo", f.view as "fromView", t.view as "toView",
         (select firm.name from team join firm on firm.id = team.firm_id where team.id = m.from_team_id) as "from",
         (select firm.name from team join firm on firm.id = team.firm_id where team.id = m.to_team_id) as "to"
       ${asked} order by m.starts_at desc, m.id offset $4 limit $5`,
      [...filters, offset, limit],
    );
    return { total: count?.total ?? 0, rows };
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
