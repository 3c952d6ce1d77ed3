import { Injectable } from '@nestjs/common';
import { urgencyOfNews } from '@forum/domain/mail/urgency';
import type { Meeting } from '@forum/contract/meetings/meeting';
import { Database, type Transaction } from '../../database/database.ts';
import { type JobData, Jobs } from '../../jobs/jobs.ts';
import { type NewNotice, Notices } from '../../mail/notices.ts';
import { MeetingsRepository } from '../requests/meetings.repository.ts';
import { officersToTell } from './export-officers-to-mail.repository.ts';

type Wait = JobData['tell-officers'];

export interface Officer {
  personId: string;
  mail: string;
  language: string;
}

/** Mails the officers of a side that its release is awaited, once for each time that it is. */
@Injectable()
export class OfficerMails {
  constructor(
    private readonly database: Database,
    private readonly meetings: MeetingsRepository,
    private readonly notices: Notices,
    jobs: Jobs,
  ) {
    jobs.handle('tell-officers', (wait) => this.#tell(wait));
  }

  async #tell(wait: Wait): Promise<void> {
    await this.database.write(async (transaction) => {
      for (const awaited of wait.awaited) {
        await this.notices.send(transaction, ...(await this.#notices(transaction, wait, awaited)));
      }
    });
  }

  /** What the officers are told is read as their own firm sees it; a wait that is over already is not told. */
  async #notices(
    transaction: Transaction,
    { editionId, meetingId, version }: Wait,
    { side, firmId, lapsed }: Wait['awaited'][number],
  ): Promise<NewNotice[]> {
    const meeting = await this.meetings.one(editionId, { firmId }, meetingId, transaction);
    if (!meeting?.control || !isAwaited(meeting, side)) return [];
    const { control, topic, topicKo } = meeting;
    const officers = await officersToTell(transaction, editionId, firmId);
    const facts = {
      meetingId,
      other: (side === 'from' ? meeting.to : meeting.from).firm,
      topic,
      topicKo,
      entries: control.entries,
      lapsed,
      releasable: control.unnamed.length === 0,
    };
    return officers.map(({ personId, mail, language }) => ({
      kind: 'release-awaited',
      facts,
      to: { personId, mail, language },
      editionId,
      urgency: urgencyOfNews(meeting.start, new Date().toISOString()),
      about: { thing: `release/${meetingId}/${side}`, version },
      once: `meeting:${meetingId}:${version}:${personId}:release-awaited`,
    }));
  }
}

const isAwaited = ({ state, control }: Meeting, side: 'from' | 'to') =>
  (state === 'requested' || state === 'accepted') && control?.waitingFor.includes(side);
