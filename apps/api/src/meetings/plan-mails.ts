import { Injectable } from '@nestjs/common';
import { type Meeting } from '@forum/contract/meetings';
import { writeCalendar } from '@forum/interchange/calendar/write-calendar';
import { Config } from '../config.ts';
import { Database, type Transaction } from '../database/database.ts';
import { Jobs } from '../jobs/jobs.ts';
import { MailFacts } from '../mail/mail-facts.ts';
import { Mails, type NewMail } from '../mail/mails.ts';
import { spanInMail } from '../mail/times-in-mail.ts';
import { hasPlace } from './has-place.ts';
import { interpreterInMail } from './interpreters/interpreter-in-mail.ts';

interface PlannedFor {
  personId: string;
  mail: string;
  language: string;
  zone: string | null;
  city: string;
  venue: string;
  venueZone: string;
  slug: string;
  meetings: {
    id: string;
    other: string;
    topic: string;
    /** Whether a request between the two was closed with it. */
    answers: boolean;
    start: string;
    end: string;
    place: string;
    interpreter: Meeting['interpreter'];
    sequence: number;
    createdAt: string;
    updatedAt: string;
  }[];
}

const atOnce = 100;
const first = '00000000-0000-0000-0000-000000000000';

/** Mails everybody whom a published plan concerns their new meetings: one mail each, with a calendar of all of them. */
@Injectable()
export class PlanMails {
  constructor(
    private readonly database: Database,
    private readonly mails: Mails,
    private readonly config: Config,
    facts: MailFacts,
    jobs: Jobs,
  ) {
    jobs.handle('tell-of-plan', ({ runId }) => this.#tell(runId));
    facts.answer('plan', async (reader, id) => {
      const [runId = '', only = ''] = id.split('/');
      // What was cancelled or moved meanwhile has a mail of its own, which may have left already.
      const [person] = await plannedFor(reader, runId, { only });
      return person ? this.#mail(runId, person) : null;
    });
  }

  async #tell(runId: string): Promise<void> {
    for (let after = first; ;) {
      const people = await this.database.write(async (transaction) => {
        const next = await plannedFor(transaction, runId, { after });
        await this.mails.send(transaction, ...next.map((one) => this.#mail(runId, one)));
        return next;
      });
      const last = people.at(-1);
      if (!last || people.length < atOnce) return;
      after = last.personId;
    }
  }

  #mail(runId: string, person: PlannedFor): NewMail {
    const isKorean = person.language.startsWith('ko');
    const { hostname } = new URL(this.config.baseUrl);
    const count = person.meetings.length;
    const subject = isKorean
      ? `면담 ${count}건이 정해졌습니다`
      : `Your ${count === 1 ? 'meeting is' : `${count} meetings are`} planned`;
    const venue = { city: person.city, zone: person.venueZone };
    const interpreterOf = ({ interpreter }: PlannedFor['meetings'][number]) =>
      interpreterInMail(interpreter, person.language);
    const lines = person.meetings.map((meeting) =>
      [
        spanInMail(meeting.start, meeting.end, venue, person),
        `${meeting.other} · ${meeting.topic}`,
        meeting.place,
        interpreterOf(meeting),
        meeting.answers &&
          (isKorean
            ? '열려 있던 요청은 이 면담으로 종료되었습니다.'
            : 'The open request between you is closed with it.'),
      ]
        .filter(Boolean)
        .join('\n'),
    );
    const link = `${this.config.baseUrl}/e/${person.slug}/meetings`;
    return {
      to: person.mail,
      urgency: 'bulk',
      about: { thing: `plan/${runId}/${person.personId}`, version: 1 },
      subject,
      text: [
        isKorean
          ? '사무국이 희망에 따라 면담을 정했습니다.'
          : 'The secretariat has planned your meetings from the wishes of both sides.',
        ...lines,
        link,
      ].join('\n\n'),
      once: `plan:${runId}:${person.personId}`,
      calendar: {
        method: 'PUBLISH',
        content: writeCalendar({
          name: subject,
          method: 'PUBLISH',
          items: person.meetings.map((meeting) => ({
            uid: `meeting-${meeting.id}@${hostname}`,
            sequence: meeting.sequence,
            created: meeting.createdAt,
            lastModified: meeting.updatedAt,
            start: meeting.start,
            end: meeting.end,
            title: `${meeting.other} · ${meeting.topic}`,
            description: interpreterOf(meeting),
            location: `${meeting.place}, ${person.venue}`,
            status: 'confirmed',
          })),
        }),
      },
    };
  }
}

function plannedFor(
  transaction: Transaction,
  runId: string,
  { after = first, only = null }: { after?: string; only?: string | null },
): Promise<PlannedFor[]> {
  return transaction.query<PlannedFor>(
    `select p.id as "personId", p.mail, p.language, coalesce(p.zone, p.device_zone) as zone, c.name as city, e.venue, e.zone as "venueZone", e.slug,
       json_agg(json_build_object('id', m.id, 'other', f.name, 'topic', m.topic, 'answers', exists (
           select from meeting asked join team asker on asker.id = asked.from_team_id join team asks on asks.id = asked.to_team_id
           where asked.edition_id = m.edition_id and asked.closed_by_plan = m.planned_by
             and (asker.firm_id, asks.firm_id) in ((own.firm_id, t.firm_id), (t.firm_id, own.firm_id))), 'start', utc(m.starts_at), 'end', utc(m.ends_at),
         'place', h.name || ', ' || mt.label, 'sequence', m.sequence,
         'interpreter', case when i.id is not null then json_build_object('id', i.id, 'name', i.name, 'languages', i.languages) end,
         'createdAt', utc(date_trunc('second', m.created_at)),
         'updatedAt', utc(date_trunc('second', m.updated_at))) order by m.starts_at, m.id) as meetings
     from meeting m
     join edition e on e.id = m.edition_id join capital c on c.id = e.capital_id
     join meeting_table mt on mt.id = m.table_id join hall h on h.id = mt.hall_id
     left join interpreter i on i.id = m.interpreter_id
     join meeting_participant mp on mp.meeting_id = m.id join representative d on d.delegate_id = mp.delegate_id
     join person p on p.id = d.person_id
     join team t on t.id = case mp.side when 'from' then m.to_team_id else m.from_team_id end
     join team own on own.id = case mp.side when 'from' then m.from_team_id else m.to_team_id end
     join firm f on f.id = t.firm_id
     where m.planned_by = $1 and m.state = 'accepted' and ${hasPlace} and p.id > $2 and ($3::uuid is null or p.id = $3)
     group by p.id, c.id, e.id order by p.id limit ${atOnce}`,
    [runId, after, only],
  );
}
