import { Injectable } from '@nestjs/common';
import { urgencyOfNews } from '@forum/domain/mail/urgency';
import { isEnding, type MeetingNews } from '@forum/domain/meetings/meeting-news';
import { type Meeting } from '@forum/contract/meetings';
import { writeCalendar } from '@forum/interchange/calendar/write-calendar';
import { Config } from '../config.ts';
import { Database, type Transaction } from '../database/database.ts';
import { type JobData, Jobs } from '../jobs/jobs.ts';
import { Mails, type NewMail } from '../mail/mails.ts';
import { spanInMail } from '../mail/times-in-mail.ts';
import { interpreterInMail } from './interpreters/interpreter-in-mail.ts';
import { meetingNewsText } from './meeting-news-texts.ts';
import { MeetingsRepository } from './meetings.repository.ts';

interface Recipient {
  personId: string;
  name: string;
  mail: string;
  language: string;
  zone: string | null;
  side: 'from' | 'to';
  takesPart: boolean;
}

interface MeetingFacts {
  editionId: string;
  slug: string;
  city: string;
  venue: string;
  zone: string;
  sequence: number;
  createdAt: string;
  updatedAt: string;
}

const withCalendar: ReadonlySet<MeetingNews> = new Set([
  ...(['accepted', 'moved', 'people', 'cancelled'] as const),
  ...(['firm-gone', 'nobody-left', 'place-lost', 'place-back'] as const),
]);

/** Mails the people concerned what is new of a meeting: each their own view, in their language. */
@Injectable()
export class MeetingNewsMails {
  constructor(
    private readonly database: Database,
    private readonly meetings: MeetingsRepository,
    private readonly mails: Mails,
    private readonly config: Config,
    jobs: Jobs,
  ) {
    jobs.handle('tell-of-meeting', (news) => this.#tell(news));
  }

  async #tell(news: JobData['tell-of-meeting']): Promise<void> {
    await this.database.write(async (transaction) => {
      const facts = await factsOf(transaction, news.meetingId);
      const meeting =
        facts && (await this.meetings.one(facts.editionId, { firmId: null }, news.meetingId, transaction));
      if (!facts || !meeting) return;
      const recipients = await recipientsOf(transaction, news);
      // The mail of the later step tells everybody who still comes; a second one of this step would only contradict it.
      const isOvertaken = facts.sequence > news.sequence;
      const mails = recipients
        .filter((one) => (isOvertaken ? hasLeft(news, one) && !one.takesPart : concerns(news, meeting, one)))
        .map((recipient) => this.#mail(news, meeting, facts, recipient));
      await this.mails.send(transaction, ...mails);
    });
  }

  #mail(
    news: JobData['tell-of-meeting'],
    meeting: Meeting,
    facts: MeetingFacts,
    recipient: Recipient,
  ): NewMail {
    const other = recipient.side === 'from' ? meeting.to.firm : meeting.from.firm;
    const isOff = hasLeft(news, recipient);
    const kind = isOff && !isEnding(news.news) ? 'cancelled' : news.news;
    const text = meetingNewsText(
      kind,
      {
        other,
        isOwnLoss: news.gone === recipient.side,
        wasAgreed: meeting.start !== null,
        topic: meeting.topic,
        when: whenOf(kind, meeting, facts, recipient),
        where: meeting.table ? `${meeting.table.hall}, ${meeting.table.label} · ${facts.venue}` : '',
        interpreter: interpreterInMail(meeting.interpreter, recipient.language),
        message: news.message,
        link: `${this.config.baseUrl}/e/${facts.slug}/meetings/${meeting.id}`,
      },
      recipient.language,
    );
    const isCalendared = withCalendar.has(kind) && (recipient.takesPart || isOff) && meeting.start !== null;
    return {
      to: recipient.mail,
      urgency: urgencyOfNews(meeting.start, new Date().toISOString()),
      about: { thing: `meeting/${meeting.id}`, version: news.version },
      ...text,
      once: `meeting:${meeting.id}:${news.version}:${recipient.personId}:${kind}`,
      ...(isCalendared
        ? { calendar: this.#calendar(kind, meeting, { ...facts, sequence: news.sequence }, recipient, text) }
        : {}),
    };
  }

  /** One recipient's view: themselves and one contact of the other side, nobody else. */
  #calendar(
    kind: MeetingNews,
    meeting: Meeting,
    facts: MeetingFacts,
    recipient: Recipient,
    text: { subject: string; text: string },
  ) {
    const method = isEnding(kind) ? ('CANCEL' as const) : ('REQUEST' as const);
    const { hostname } = new URL(this.config.baseUrl);
    const contact = (recipient.side === 'from' ? meeting.to : meeting.from).people.find(
      (person) => person.mail,
    );
    const content = writeCalendar({
      name: text.subject,
      method,
      items: [
        {
          uid: `meeting-${meeting.id}@${hostname}`,
          sequence: facts.sequence,
          created: facts.createdAt,
          lastModified: facts.updatedAt,
          start: meeting.start ?? '',
          end: meeting.end ?? '',
          title: `${recipient.side === 'from' ? meeting.to.firm : meeting.from.firm} · ${meeting.topic}`,
          description: text.text,
          location: meeting.table
            ? `${meeting.table.hall}, ${meeting.table.label}, ${facts.venue}`
            : facts.venue,
          status: method === 'CANCEL' ? 'cancelled' : 'confirmed',
          organiser: { name: 'Forum', email: this.config.mailFrom },
          attendees: [
            { name: recipient.name, email: recipient.mail, partstat: 'accepted', rsvp: false },
            ...(contact?.mail
              ? [{ name: contact.name, email: contact.mail, partstat: 'accepted' as const, rsvp: false }]
              : []),
          ],
        },
      ],
    });
    return { method, content };
  }
}

const questions: ReadonlySet<MeetingNews> = new Set([
  'requested',
  'proposed',
  'reminder',
  'move-proposed',
  'move-reminder',
]);
/** News that a whole team hears of: anybody may answer a question, and nobody may have been named yet. */
const forTheTeam: ReadonlySet<MeetingNews> = new Set([
  ...questions,
  'withdrawn',
  'move-withdrawn',
  'planned',
]);

const hasLeft = ({ left }: JobData['tell-of-meeting'], { personId }: Recipient): boolean =>
  left.some((one) => one.personId === personId);

function concerns(step: JobData['tell-of-meeting'], meeting: Meeting, recipient: Recipient): boolean {
  const { news, to, gone, told = [] } = step;
  if (told.includes(recipient.personId)) return false;
  if (hasLeft(step, recipient)) return true;
  // A request that is taken back was a question to the whole team.
  const wasAsked = gone !== undefined && recipient.side !== gone && meeting.state === 'withdrawn';
  return (to === null || recipient.side === to) && (recipient.takesPart || forTheTeam.has(news) || wasAsked);
}

function whenOf(news: MeetingNews, meeting: Meeting, facts: MeetingFacts, recipient: Recipient): string {
  const venue = { city: facts.city, zone: facts.zone };
  if (meeting.start && meeting.end && !questions.has(news))
    return spanInMail(meeting.start, meeting.end, venue, recipient);
  return meeting.suggested.map((start) => spanInMail(start, start, venue, recipient)).join('\n');
}

/** Nobody changes the meeting until its mails are written. */
async function factsOf(transaction: Transaction, meetingId: string): Promise<MeetingFacts | null> {
  const [row] = await transaction.query<MeetingFacts>(
    `select e.id as "editionId", e.slug, c.name as city, e.venue, e.zone, m.sequence, utc(date_trunc('second', m.created_at)) as "createdAt",
       utc(date_trunc('second', m.updated_at)) as "updatedAt"
     from meeting m join edition e on e.id = m.edition_id join capital c on c.id = e.capital_id where m.id = $1 for share of m`,
    [meetingId],
  );
  return row ?? null;
}

/** Those who take part, those who did, and the rest of both teams: people who left a team still come to its meetings. */
function recipientsOf(
  transaction: Transaction,
  { meetingId, left, gone }: JobData['tell-of-meeting'],
): Promise<Recipient[]> {
  return transaction.query<Recipient>(
    `select distinct on (p.id) p.id as "personId", p.display_name as name, p.mail, p.language,
       coalesce(p.zone, p.device_zone) as zone, who.side, who.takes_part as "takesPart"
     from meeting m
     cross join lateral (
       select mp.delegate_id, mp.side, true as takes_part from meeting_participant mp where mp.meeting_id = m.id
       union all
       select d.id, gone.side, false from unnest($2::uuid[], $3::text[]) as gone (person_id, side)
         join delegate d on d.edition_id = m.edition_id and d.person_id = gone.person_id
       union all
       select tm.delegate_id, case tm.team_id when m.from_team_id then 'from' else 'to' end, false
         from team_member tm join team t on t.id = tm.team_id
         join representative r on r.delegate_id = tm.delegate_id and r.firm_id = t.firm_id
         where tm.team_id in (m.from_team_id, m.to_team_id)) who
     join delegate d on d.id = who.delegate_id
     join person_in_edition p on p.edition_id = d.edition_id and p.id = d.person_id
     where m.id = $1 and (exists (select from representative r where r.delegate_id = d.id) or p.id = any($2::uuid[]) or (who.takes_part and (m.state = 'cancelled' or $4)))
     order by p.id, who.takes_part desc`,
    [meetingId, left.map(({ personId }) => personId), left.map(({ side }) => side), gone !== undefined],
  );
}
