import { Injectable } from '@nestjs/common';
import { type Topic, topicIn } from '@forum/domain/meetings/topic';
import type { SessionAudience } from '@forum/domain/programme/session';
import { seesSession } from '@forum/domain/identity/streams';
import { type ForumDays, forumDayBounds } from '@forum/domain/time/forum-day';
import type { Interval } from '@forum/domain/time/interval';
import { Database, type Transaction } from '../../database/database.ts';
import { refuseField } from '../../http/refuse-field.ts';
import { type Admitted, editionOf, personOf } from '../../http/viewer.ts';
import { streamsOfViewer } from '../../live/streams-of-viewer.ts';
import type { DaySheet, DaySheetItem, DaySheetPerson } from './day-sheet.ts';
import { one } from '../../database/one.ts';

type Frame = Pick<DaySheet, 'principal' | 'edition' | 'language'>;
type SessionRow = DaySheetItem & { id: string; audience: SessionAudience };
type Met = DaySheetItem & { people: DaySheetPerson[] };
type MeetingRow = Omit<Met, 'title'> & Topic;

/** Reads a day of the person whom one acts for, or one's own. It only reads what upper subjects have booked. */
@Injectable()
export class DaySheets {
  constructor(private readonly database: Database) {}

  read(viewer: Admitted, day: string): Promise<DaySheet> {
    return this.database.snapshot(async (transaction) => {
      const { dates, ...frame } = await readFrame(transaction, viewer, day);
      const meetings = await readMeetings(transaction, viewer, {
        within: forumDayBounds(day, dates),
        language: frame.language,
      });
      const items: DaySheetItem[] = [...(await readSessions(transaction, viewer, day)), ...meetings];
      return {
        ...frame,
        preparedBy: viewer.aide?.name ?? null,
        day,
        asOf: new Date().toISOString(),
        items: items.sort(
          (a, b) => compare(a.start, b.start) || compare(a.end, b.end) || compare(a.title, b.title),
        ),
        people: meetings.flatMap((meeting) => meeting.people),
      };
    });
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

async function readFrame(
  transaction: Transaction,
  viewer: Admitted,
  day: string,
): Promise<Frame & { dates: ForumDays }> {
  const principal = personOf(viewer);
  const frame = one(
    await transaction.query<Frame & { first: string; last: string }>(
      `select json_build_object('title', e.title, 'city', c.name, 'venue', e.venue, 'zone', e.zone) as edition,
       json_build_object('name', p.display_name, 'nativeName', p.native_script, 'nativeLanguage', p.native_language,
         'honorific', p.honorific, 'office', coalesce(d.office, ''), 'organisation', coalesce(d.organisation, '')) as principal,
       (select language from person where id = $3) as language, e.starts_on::text as first, e.ends_on::text as last
     from edition e join capital c on c.id = e.capital_id join person_in_edition p on p.edition_id = e.id and p.id = $2
     left join delegate d on d.edition_id = e.id and d.person_id = p.id
     where e.id = $1`,
      [editionOf(viewer).id, principal.id, (viewer.aide ?? principal).id],
    ),
  );
  const { first, last, ...rest } = frame;
  if (day < first || day > last) {
    throw refuseField('query.day', day, `choose a day of the edition, from ${first} to ${last}`);
  }
  return { ...rest, dates: { zone: rest.edition.zone, startsOn: first } };
}

/** Sessions that they have starred or speak in, as far as they may see them. */
async function readSessions(
  transaction: Transaction,
  viewer: Admitted,
  day: string,
): Promise<DaySheetItem[]> {
  const rows = await transaction.query<SessionRow>(
    `select s.id, s.audience, case when speaks.it then 'speaking' else 'session' end as kind, s.title,
       utc(s.starts_at) as start, utc(s.ends_at) as "end", r.name as place, s.state = 'cancelled' as "isCancelled",
       array(select k.name || coalesce(' (' || k.organisation || ')', '') from session_speaker o join speaker k on k.id = o.speaker_id
         where o.session_id = s.id order by o.position, k.id limit 6) as "with"
     from session s left join room r on r.id = s.room_id
     cross join lateral (select exists (select from session_speaker o join speaker k on k.id = o.speaker_id
       where o.session_id = s.id and k.person_id = $3)) as speaks (it)
     where s.edition_id = $1 and s.day = $2 and s.removed_at is null
       and (speaks.it or exists (select from star t where t.session_id = s.id and t.person_id = $3))
     order by s.starts_at, s.id limit 100`,
    [editionOf(viewer).id, day, personOf(viewer).id],
  );
  const streams = streamsOfViewer(viewer);
  return rows.filter((row) => seesSession(streams, row)).map(({ id: _, audience: __, ...item }) => item);
}

/** Accepted meetings, with the people of the other side; only for those who represent a firm, as everywhere. */
async function readMeetings(
  transaction: Transaction,
  viewer: Admitted,
  { within, language }: { within: Interval; language: string },
): Promise<Met[]> {
  const edition = editionOf(viewer);
  if (viewer.standing.firmId === null) return [];
  const rows = await transaction.query<MeetingRow>(
    `select 'meeting' as kind, m.topic, m.topic_ko as "topicKo", utc(m.starts_at) as start, utc(m.ends_at) as "end",
       array[f.name || case when t.name <> f.name then ' · ' || t.name else '' end] as "with",
       concat_ws(' · ', h.name, b.label) as place, false as "isCancelled",
       (select coalesce(json_agg(json_build_object('name', p.display_name, 'nativeName', p.native_script,
            'nativeLanguage', p.native_language, 'honorific', p.honorific, 'office', d.office,
            'organisation', d.organisation, 'country', coalesce(d.country, ''), 'languages', d.languages,
            'start', utc(m.starts_at)) order by p.sort_key, d.id), '[]')
        from meeting_participant o join delegate d on d.id = o.delegate_id join person_in_edition p on p.edition_id = d.edition_id and p.id = d.person_id
        where o.meeting_id = m.id and o.side <> mine.side) as people
     from meeting_participant mine join meeting m on m.id = mine.meeting_id
     join team own on own.id = case mine.side when 'from' then m.from_team_id else m.to_team_id end and own.firm_id = $5
     join team t on t.id = case mine.side when 'from' then m.to_team_id else m.from_team_id end
     join firm f on f.id = t.firm_id
     left join meeting_table b on b.id = m.table_id and (m.place_lost is null or m.place_lost = 'too-few-seats') left join hall h on h.id = b.hall_id
     where mine.edition_id = $1 and mine.delegate_id = $2 and m.state = 'accepted'
       and m.starts_at >= $3::timestamptz and m.starts_at < $4::timestamptz
     order by m.starts_at, m.id limit 100`,
    [edition.id, viewer.standing.delegateId, within.start, within.end, viewer.standing.firmId],
  );
  return rows.map(({ topic, topicKo, ...row }) => ({ ...row, title: topicIn({ topic, topicKo }, language) }));
}
