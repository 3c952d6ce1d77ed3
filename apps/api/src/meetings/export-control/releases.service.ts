import { Injectable } from '@nestjs/common';
import { type Meeting } from '@forum/contract/meetings';
import { requirePhase } from '@forum/domain/editions/phase';
import { DomainError } from '@forum/domain/errors';
import { releaseTopic } from '@forum/domain/export-control/release';
import { Database, type Transaction } from '../../database/database.ts';
import { type Admitted, editionOf } from '../../http/viewer.ts';
import { MeetingChanges, requireVersion } from '../meeting-changes.ts';
import { lockMeeting } from '../meeting-record.ts';
import { Meetings } from '../meetings.service.ts';
import { requireParty } from '../parties.ts';
import { lawAt, topicOf } from './topic-gate.ts';

/** Releases of listed topics by the officers of the two sides. */
@Injectable()
export class Releases {
  constructor(
    private readonly database: Database,
    private readonly changes: MeetingChanges,
    private readonly meetings: Meetings,
  ) {}

  /** Releases a topic for the viewer's side. It takes the officer in person: an aide cannot release in their name. */
  async release(viewer: Admitted, id: string, version: number): Promise<Meeting> {
    const edition = editionOf(viewer);
    requirePhase(edition.phase, 'answer-meeting');
    await this.database.write(async (transaction) => {
      const now = new Date().toISOString();
      const meeting = await lockMeeting(transaction, edition.id, id);
      const side = requireParty(meeting, viewer);
      requireVersion(meeting, version);
      if (meeting.controlEntries.length === 0 || !['requested', 'accepted'].includes(meeting.state)) {
        throw new DomainError(
          'meeting.transition',
          { state: meeting.state, entries: meeting.controlEntries },
          'Nothing of this meeting waits for a release.',
        );
      }
      const officerId = viewer.standing.delegateId ?? '';
      const entitled = !viewer.aide && (await isOfficer(transaction, edition.id, officerId));
      const releases = releaseTopic(
        topicOf(meeting),
        meeting.releases,
        { id: officerId, side, entitled },
        {
          ...lawAt(now),
          now,
        },
      );
      const made = releases.find((release) => release.side === side);
      await transaction.query(
        'update topic_release set lapsed_at = $3 where meeting_id = $1 and side = $2 and lapsed_at is null',
        [id, side, now],
      );
      await transaction.query(
        `insert into topic_release (edition_id, meeting_id, side, officer_id, entries, nationalities, released_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [edition.id, id, side, officerId, made?.entries, made?.nationalities, now],
      );
      await this.changes.save(transaction, viewer, {
        editionId: edition.id,
        before: meeting,
        after: { ...meeting, releases },
        news: null,
        now,
      });
    });
    return this.meetings.read(viewer, id);
  }
}

async function isOfficer(transaction: Transaction, editionId: string, delegateId: string): Promise<boolean> {
  const rows = await transaction.query(
    `select from export_officer o join delegate d on d.id = o.delegate_id and d.firm_id = o.firm_id and d.state = 'accredited'
     where o.edition_id = $1 and o.delegate_id = $2`,
    [editionId, delegateId || null],
  );
  return rows.length > 0;
}
