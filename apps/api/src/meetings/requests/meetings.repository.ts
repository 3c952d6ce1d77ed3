import { Injectable } from '@nestjs/common';
import type { Meeting } from '@forum/contract/meetings/meeting';
import { Database, type Transaction, type SqlReader } from '../../database/database.ts';
import { searchPatterns } from '../../database/search-patterns.ts';
import { hasPlace } from '../halls/has-place.ts';
import { type ControlRow, controlColumn, controlView } from '../export-control/topic-control.ts';

/** Which meetings of an edition are wanted. */
export interface MeetingFilter {
  /** Of this firm's teams. */
  firmId?: string;
  state?: string;
  search?: string;
  helpOnly?: boolean;
  /** Only agreed ones that need a new place. */
  withoutPlace?: boolean;
  offset?: number;
  limit?: number;
}

/** Who reads: a firm sees its own side, the help desk both. Contact data only once both sides agreed. */
export interface MeetingReader {
  firmId: string | null;
}

type Row = Omit<Meeting, 'control'> & { control: ControlRow | null };

const asMeeting = (row: Row): Meeting => ({ ...row, control: row.control && controlView(row.control) });

const party = (side: 'from' | 'to') => `
  json_build_object('teamId', ${side}_team.id, 'firmId', ${side}_firm.id, 'firm', ${side}_firm.name, 'team', ${side}_team.name,
    'people', (
      select coalesce(json_agg(json_build_object('delegateId', d.id, 'name', p.display_name, 'office', d.office,
        'mail', case when m.state = 'accepted' then p.mail end) order by p.sort_key, d.id), '[]')
      from meeting_participant mp join delegate d on d.id = mp.delegate_id join person_in_edition p on p.edition_id = d.edition_id and p.id = d.person_id
      where mp.meeting_id = m.id and mp.side = '${side}'))`;

const joins = `
  join team from_team on from_team.id = m.from_team_id join firm from_firm on from_firm.id = from_team.firm_id
  join team to_team on to_team.id = m.to_team_id join firm to_firm on to_firm.id = to_team.firm_id
  left join meeting_table mt on mt.id = m.table_id left join hall h on h.id = mt.hall_id
  left join meeting_table was on was.id = m.moved_from_table_id and was.removed_at is null
  left join interpreter i on i.id = m.interpreter_id`;

const columns = `
  m.id, m.version, m.state, m.turn, m.topic, m.topic_ko as "topicKo", m.message,
  case $2::uuid when from_firm.id then 'from' when to_firm.id then 'to' else 'help-desk' end as side,
  ${party('from')} as "from", ${party('to')} as "to",
  (select coalesce(json_agg(utc(s) order by s), '[]') from unnest(m.suggested) s) as suggested,
  utc(m.starts_at) as start, utc(m.ends_at) as "end", utc(m.expires_at) as "expiresAt", utc(m.updated_at) as "updatedAt",
  m.ended_by as "endedBy", m.place_lost as "placeLost",
  case when mt.id is not null and ${hasPlace} then json_build_object('id', mt.id, 'label', mt.label, 'hall', h.name, 'hallId', h.id) end as "table",
  utc(m.agreed_at) as "agreedAt",
  case when m.moved_at is not null then json_build_object('at', utc(m.moved_at), 'fromStart', utc(m.moved_from_starts_at),
    'fromTable', was.label) end as moved,
  case when i.id is not null then json_build_object('id', i.id, 'name', i.name, 'languages', i.languages) end as interpreter,
  m.help_called as "helpCalled", m.closed_by_plan is not null as "closedByPlan", ${controlColumn} as control,
  (select coalesce(json_agg(json_build_object('id', n.id, 'at', utc(n.sent_at), 'by', p.display_name, 'principal', o.display_name, 'side', n.side, 'code', n.code,
     'minutes', n.minutes) order by n.sent_at, n.id), '[]')
   from (select * from day_message where meeting_id = m.id order by sent_at desc, id desc limit 20) n
   join person_in_edition p on p.edition_id = n.edition_id and p.id = n.person_id
   left join person_in_edition o on o.edition_id = n.edition_id and o.id = n.principal_id) as "dayMessages"`;

const conditions = `
  m.edition_id = $1
  and ($3::uuid is null or $3 in (from_firm.id, to_firm.id))
  and ($4::text is null or m.state = $4)
  and from_firm.folded_name || ' ' || to_firm.folded_name || ' ' || m.folded_topic like all ($5::text[])
  and (not $6::boolean or m.help_called)
  and (not $7::boolean or (m.place_lost is not null and m.ends_at > now()))`;

/** Meetings as their readers see them. */
@Injectable()
export class MeetingsRepository {
  constructor(private readonly database: Database) {}

  async list(
    editionId: string,
    asking: MeetingReader,
    filter: MeetingFilter,
    reader: SqlReader = this.database.reader,
  ): Promise<Meeting[]> {
    const rows = await reader.query<Row>(
      `select ${columns} from meeting m ${joins} where ${conditions}
       order by m.help_called desc, m.starts_at nulls first, m.created_at desc, m.id
       offset $8 limit $9`,
      [...parameters(editionId, asking, filter), filter.offset ?? 0, filter.limit ?? 500],
    );
    return rows.map(asMeeting);
  }

  /** One meeting, or null where the reader is no party to it. Of its own, so that PostgreSQL plans it once. */
  async one(
    editionId: string,
    asking: MeetingReader,
    meetingId: string,
    reader: SqlReader = this.database.reader,
  ): Promise<Meeting | null> {
    const [meeting] = await reader.query<Row>(
      `select ${columns} from meeting m ${joins}
       where m.edition_id = $1 and m.id = $3 and ($2::uuid is null or $2 in (from_firm.id, to_firm.id))`,
      [editionId, asking.firmId, meetingId],
    );
    return meeting ? asMeeting(meeting) : null;
  }

  /** How many there are in each state, whatever state is filtered by. */
  async counts(
    editionId: string,
    filter: MeetingFilter,
    transaction: Transaction,
  ): Promise<Record<string, number>> {
    const rows = await transaction.query<{ state: string; count: string }>(
      `select m.state, count(*) from meeting m ${joins} where ${conditions} and $2::uuid is null group by m.state`,
      parameters(editionId, { firmId: null }, { ...filter, state: undefined }),
    );
    return Object.fromEntries(rows.map((row) => [row.state, Number(row.count)]));
  }

  /** How many agreed meetings to come need a new place. */
  async withoutPlace(transaction: Transaction, editionId: string): Promise<number> {
    const [row] = await transaction.query<{ count: number }>(
      'select count(*)::int as count from meeting where edition_id = $1 and place_lost is not null and ends_at > now()',
      [editionId],
    );
    return row?.count ?? 0;
  }

  /** Open requests that a firm's teams have sent: in all, and to those of another firm. */
  async openRequests(
    transaction: Transaction,
    editionId: string,
    firmId: string,
    toFirmId: string | null = null,
  ): Promise<{ all: number; toThem: number }> {
    const [row] = await transaction.query<{ all: number; toThem: number }>(
      `select count(*)::int as "all", (count(*) filter (where other.firm_id = $3))::int as "toThem"
       from meeting m join team t on t.id = m.from_team_id join team other on other.id = m.to_team_id
       where m.edition_id = $1 and t.firm_id = $2 and m.state = 'requested'`,
      [editionId, firmId, toFirmId],
    );
    return row ?? { all: 0, toThem: 0 };
  }
}

function parameters(
  editionId: string,
  reader: MeetingReader,
  filter: Omit<MeetingFilter, 'state'> & { state?: string | undefined },
): unknown[] {
  return [
    editionId,
    reader.firmId,
    filter.firmId ?? null,
    filter.state ?? null,
    searchPatterns(filter.search),
    filter.helpOnly ?? false,
    filter.withoutPlace ?? false,
  ];
}
