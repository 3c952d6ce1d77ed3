import { Injectable } from '@nestjs/common';
import { urgencyOfNews } from '@forum/domain/mail/urgency';
import type { Meeting } from '@forum/contract/meetings/meeting';
import { isEnding } from '@forum/domain/meetings/meeting-news';
import type { MeetingParty } from '@forum/domain/meetings/meeting-state';
import { Database, type Transaction } from '../../database/database.ts';
import { type JobData, Jobs } from '../../jobs/jobs.ts';
import { type NewNotice, Notices } from '../../mail/notices.ts';
import { type MeetingFacts, type MeetingNewsKind, questions } from '../../mail/notices/meeting-facts.ts';
import { loadSlotsAt } from '../halls/loaded-halls.repository.ts';
import { MeetingInvitations } from './meeting-invitations.ts';
import {
  factsOf,
  type MeetingRecipient,
  recipientsOf,
  type StoredMeeting,
} from './meeting-recipients.repository.ts';
import { MeetingsRepository } from '../requests/meetings.repository.ts';

type Step = JobData['tell-of-meeting'];

/** A meeting at a step, as everybody concerned is told of it. */
interface Told {
  step: Step;
  meeting: Meeting;
  stored: StoredMeeting;
  suggested: MeetingFacts['suggested'];
}

/** Tells the people concerned what is new of a meeting: each their own view, in their language. */
@Injectable()
export class MeetingNewsMails {
  constructor(
    private readonly database: Database,
    private readonly meetings: MeetingsRepository,
    private readonly notices: Notices,
    private readonly invitations: MeetingInvitations,
    jobs: Jobs,
  ) {
    jobs.handle('tell-of-meeting', (news) => this.#tell(news));
  }

  async #tell(step: Step): Promise<void> {
    await this.database.write(async (transaction) => {
      const stored = await factsOf(transaction, step.meetingId);
      const meeting =
        stored && (await this.meetings.one(stored.editionId, { firmId: null }, step.meetingId, transaction));
      if (!stored || !meeting) return;
      const recipients = await recipientsOf(transaction, step);
      const told = { step, meeting, stored, suggested: await suggestedOf(transaction, stored, meeting) };
      // The mail of the later step tells everybody who still comes; a second one of this step would only contradict it.
      const isOvertaken = stored.sequence > step.sequence;
      const notices = recipients
        .filter((one) => (isOvertaken ? hasLeft(step, one) && !one.takesPart : concerns(step, meeting, one)))
        .map((recipient) => this.#notice(told, recipient));
      await this.notices.send(transaction, ...notices);
    });
  }

  #notice(told: Told, recipient: MeetingRecipient): NewNotice {
    const { step, meeting, stored } = told;
    const { personId, mail, language, zone } = recipient;
    const news = newsFor(step, meeting, recipient);
    const calendar = this.invitations.of(news, meeting, { ...stored, sequence: step.sequence }, recipient);
    return {
      kind: 'meeting',
      facts: factsFor(news, told, recipient),
      to: { personId, mail, language, zone },
      editionId: stored.editionId,
      urgency: urgencyOfNews(meeting.start, new Date().toISOString()),
      about: { thing: `meeting/${meeting.id}`, version: step.version },
      once: `meeting:${meeting.id}:${step.version}:${personId}:${news}`,
      ...(calendar ? { calendar } : {}),
    };
  }
}

/** The news as it is for one of them: whoever does not come any more is told that, and whether it takes place without them. */
function newsFor(step: Step, meeting: Meeting, recipient: MeetingRecipient): MeetingNewsKind {
  if (!hasLeft(step, recipient) || isEnding(step.news)) return step.news;
  return meeting.state === 'accepted' ? 'left' : 'cancelled';
}

function factsFor(
  news: MeetingNewsKind,
  { step, meeting, suggested }: Told,
  { side }: MeetingRecipient,
): MeetingFacts {
  const [own, other] = side === 'from' ? [meeting.from, meeting.to] : [meeting.to, meeting.from];
  const isAsked = step.news === 'requested' || (step.news === 'reminder' && side === 'to');
  const { table, interpreter, start, end } = meeting;
  return {
    news,
    meetingId: meeting.id,
    own: own.firm,
    other: other.firm,
    topic: meeting.topic,
    topicKo: meeting.topicKo,
    by: isAsked ? 'other' : byFor(step.by, side),
    gone: step.gone === undefined ? null : step.gone === side ? 'own' : 'other',
    message: isAsked ? meeting.message : step.message,
    suggested: questions.has(news) ? suggested : [],
    answerBy: questions.has(news) ? meeting.expiresAt : null,
    slot: start && end ? { start, end } : null,
    table: table && { hall: table.hall, label: table.label },
    interpreter: interpreter && { name: interpreter.name, languages: interpreter.languages },
    ownPeople: own.people.map(({ name, office }) => ({ name, office })),
    otherPeople: other.people.map(({ name, office }) => ({ name, office })),
  };
}

function byFor(by: Step['by'], side: MeetingParty): MeetingFacts['by'] {
  if (by === undefined || by === 'host') return by ?? null;
  return by === side ? 'own' : 'other';
}

/** The proposed times, each with its end: that of each length of slot that begins then. */
async function suggestedOf(
  transaction: Transaction,
  { editionId }: StoredMeeting,
  { suggested }: Meeting,
): Promise<MeetingFacts['suggested']> {
  const times = [];
  for (const start of suggested) {
    const slots = await loadSlotsAt(transaction, editionId, start);
    times.push({ start, ends: [...new Set(slots.map(({ end }) => end))].sort() });
  }
  return times;
}

/** News that a whole team hears of: anybody may answer a question, and nobody may have been named yet. */
const forTheTeam: ReadonlySet<MeetingNewsKind> = new Set([...questions, 'withdrawn', 'move-withdrawn']);

const hasLeft = ({ left }: Step, { personId }: MeetingRecipient): boolean =>
  left.some((one) => one.personId === personId);

function concerns(step: Step, meeting: Meeting, recipient: MeetingRecipient): boolean {
  if (hasLeft(step, recipient)) return true;
  const { news, to, gone } = step;
  // A request that is taken back was a question to the whole team.
  const wasAsked = gone !== undefined && recipient.side !== gone && meeting.state === 'withdrawn';
  return (to === null || recipient.side === to) && (recipient.takesPart || forTheTeam.has(news) || wasAsked);
}
