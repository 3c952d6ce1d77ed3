import { Injectable } from '@nestjs/common';
import { writeCalendar } from '@forum/interchange/calendar/write-calendar';
import { meetingItem } from '../../calendar/calendar-entries.ts';
import { calendarWords } from '../../calendar/calendar-words.ts';
import type { MeetingEntry } from '../../calendar/calendar.repository.ts';
import { Config } from '../../config.ts';
import { Database, type SqlReader } from '../../database/database.ts';
import { Jobs } from '../../jobs/jobs.ts';
import { MailFacts } from '../../mail/mail-facts.ts';
import { hasPlace } from '../halls/has-place.ts';
import { type NewNotice, Notices } from '../../mail/notices.ts';
import type { FactsOf } from '../../mail/notices/kinds.ts';

/** Somebody whom a published plan concerns. */
interface PlannedFor {
  personId: string;
  mail: string;
  language: string;
  zone: string | null;
  editionId: string;
  edition: { title: string; venue: string; address: string; zone: string };
  /** Their new meetings. */
  meetings: (MeetingEntry & { people: FactsOf<'plan'>['meetings'][number]['people'] })[];
  /** Requests of their team that the plan has closed. */
  closed: FactsOf<'plan'>['closed'];
}

const atOnce = 100;
const first = '00000000-0000-0000-0000-000000000000';

/** Tells everybody whom a published plan concerns: one mail each, with their new meetings and the requests that it closed. */
@Injectable()
export class PlanMails {
  constructor(
    private readonly database: Database,
    private readonly notices: Notices,
    private readonly config: Config,
    facts: MailFacts,
    jobs: Jobs,
  ) {
    jobs.handle('tell-of-plan', ({ runId }) => this.#tell(runId));
    facts.answer('plan', async (reader, id) => {
      const [runId = '', only = ''] = id.split('/');
      // What was cancelled or moved meanwhile has a mail of its own, which may have left already.
      const [person] = await plannedFor(reader, runId, { only });
      return person ? this.notices.render(reader, this.#notice(runId, person)) : null;
    });
  }

  async #tell(runId: string): Promise<void> {
    for (let after = first; ;) {
      const people = await this.database.write(async (transaction) => {
        const next = await plannedFor(transaction, runId, { after });
        await this.notices.send(transaction, ...next.map((one) => this.#notice(runId, one)));
        return next;
      });
      const last = people.at(-1);
      if (!last || people.length < atOnce) return;
      after = last.personId;
    }
  }

  #notice(runId: string, person: PlannedFor): NewNotice {
    const { personId, mail, language, zone, editionId, meetings, closed } = person;
    return {
      kind: 'plan',
      facts: { meetings: meetings.map(factsOf), closed },
      to: { personId, mail, language, zone },
      editionId,
      urgency: 'bulk',
      about: { thing: `plan/${runId}/${personId}`, version: 1 },
      once: `plan:${runId}:${personId}`,
      ...(meetings.length > 0
        ? { calendar: { method: 'PUBLISH', content: this.#calendar(person) } as const }
        : {}),
    };
  }

  #calendar({ language, edition, meetings }: PlannedFor): string {
    const words = calendarWords(language);
    const origin = { edition, host: new URL(this.config.baseUrl).hostname, words };
    return writeCalendar({
      name: edition.title,
      method: 'PUBLISH',
      items: meetings.map((meeting) => meetingItem(meeting, origin)),
    });
  }
}

const factsOf = ({
  id,
  firm,
  topic,
  topicKo,
  start,
  end,
  table,
  interpreter,
  people,
}: PlannedFor['meetings'][number]) => ({
  meetingId: id,
  other: firm,
  topic,
  topicKo: topicKo ?? null,
  slot: { start, end },
  table,
  interpreter,
  people,
});

/** Who takes part in what was planned, and the teams whose requests were closed by it, in order of their ids. */
function plannedFor(
  reader: SqlReader,
  runId: string,
  { after = first, only = null }: { after?: string; only?: string | null },
): Promise<PlannedFor[]> {
  return reader.query<PlannedFor>(
    `with made as (
       select d.person_id, json_agg(json_build_object('id', m.id, 'sequence', m.sequence + m.entry_sequence, 'createdAt', utc(m.created_at),
           'changedAt', utc(m.entry_changed_at), 'start', utc(m.starts_at), 'end', utc(m.ends_at), 'cancelled', false, 'topic', m.topic, 'topicKo', m.topic_ko,
           'firm', f.name, 'people', (
             select coalesce(json_agg(json_build_object('name', n.display_name, 'office', o.office) order by n.sort_key, o.id), '[]')
             from meeting_participant op join delegate o on o.id = op.delegate_id
             join person_in_edition n on n.edition_id = o.edition_id and n.id = o.person_id
             where op.meeting_id = m.id and op.side <> mp.side), 'table', json_build_object('hall', h.name, 'label', mt.label),
           'interpreter', case when i.id is not null then json_build_object('name', i.name, 'languages', i.languages) end)
         order by m.starts_at, m.id) as meetings
       from meeting m join meeting_table mt on mt.id = m.table_id join hall h on h.id = mt.hall_id
       left join interpreter i on i.id = m.interpreter_id
       join meeting_participant mp on mp.meeting_id = m.id join representative d on d.delegate_id = mp.delegate_id
       join team t on t.id = case mp.side when 'from' then m.to_team_id else m.from_team_id end join firm f on f.id = t.firm_id
       where m.planned_by = $1 and m.state = 'accepted' and ${hasPlace} group by d.person_id
     ), shut as (
       select d.person_id, json_agg(json_build_object('other', f.name, 'topic', m.topic, 'topicKo', m.topic_ko) order by f.name, m.id) as closed
       from meeting m join team own on own.id in (m.from_team_id, m.to_team_id)
       join team t on t.id = case own.id when m.from_team_id then m.to_team_id else m.from_team_id end join firm f on f.id = t.firm_id
       join team_member tm on tm.team_id = own.id join representative d on d.delegate_id = tm.delegate_id and d.firm_id = own.firm_id
       where m.closed_by_plan = $1 group by d.person_id
     )
     select p.id as "personId", p.mail, p.language, coalesce(p.zone, p.device_zone) as zone, e.id as "editionId",
       json_build_object('title', e.title, 'venue', e.venue, 'address', e.address, 'zone', e.zone) as edition,
       coalesce(made.meetings, '[]') as meetings, coalesce(shut.closed, '[]') as closed
     from made full join shut using (person_id) join person p on p.id = person_id
     join plan_run r on r.id = $1 join edition e on e.id = r.edition_id
     where p.id > $2 and ($3::uuid is null or p.id = $3) order by p.id limit ${atOnce}`,
    [runId, after, only],
  );
}
