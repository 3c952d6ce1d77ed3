import { Injectable } from '@nestjs/common';
import type * as contract from '@forum/contract/meetings/export-control';
import type { Meeting } from '@forum/contract/meetings/meeting';
import type { RouteInput } from '@forum/contract/route';
import { requirePhase } from '@forum/domain/editions/phase';
import { DomainError } from '@forum/domain/errors';
import { confirmRelease, releaseTopic } from '@forum/domain/export-control/release';
import { Database } from '../../database/database.ts';
import { type Admitted, editionOf, personOf } from '../../http/viewer.ts';
import { MeetingChanges, requireVersion } from '../meeting-changes.ts';
import { lockMeeting } from '../meeting-record.repository.ts';
import { MeetingsService } from '../requests/meetings.service.ts';
import { firmOf, requireParty } from '../requests/parties.ts';
import { ExportOfficersRepository } from './export-officers.repository.ts';
import { lawAt, topicOf } from './topic-gate.ts';
import { hasNobodyElse, isAlone } from './releases.repository.ts';

/** Releases of listed topics by the officers of the two sides. */
@Injectable()
export class ReleasesService {
  constructor(
    private readonly database: Database,
    private readonly changes: MeetingChanges,
    private readonly meetings: MeetingsService,
    private readonly officers: ExportOfficersRepository,
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
      const entitled =
        !viewer.aide && (await this.officers.isInForce(transaction, edition.id, officerId || null));
      const alone = await isAlone(transaction, viewer, id);
      const releases = releaseTopic(
        topicOf(meeting),
        meeting.releases,
        { id: officerId, side, entitled, alone },
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
        `insert into topic_release (edition_id, meeting_id, side, officer_id, entries, nationalities, released_at, alone)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [edition.id, id, side, officerId, made?.entries, made?.nationalities, now, alone],
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

  /** The second person, in person: another representative of the side, or an organiser where its firm has nobody else. */
  async confirm(
    viewer: Admitted,
    id: string,
    { version, side }: RouteInput<typeof contract.confirmRelease>['body'],
  ): Promise<Meeting> {
    const edition = editionOf(viewer);
    requirePhase(edition.phase, 'answer-meeting');
    await this.database.write(async (transaction) => {
      const now = new Date().toISOString();
      const meeting = await lockMeeting(transaction, edition.id, id);
      const isHost =
        firmOf(viewer) === null &&
        ![meeting.fromFirmId, meeting.toFirmId].includes(viewer.standing.firmId ?? '');
      if (!isHost) requireParty(meeting, viewer);
      requireVersion(meeting, version);
      const entitled =
        !viewer.aide &&
        (isHost
          ? await hasNobodyElse(transaction, edition.id, meeting, side)
          : requireParty(meeting, viewer) === side);
      const releases = confirmRelease(meeting.releases, { id: viewer.standing.delegateId, side, entitled });
      await transaction.query(
        `update topic_release set confirmed_at = $3, confirmed_by = $4
         where meeting_id = $1 and side = $2 and lapsed_at is null and confirmed_at is null`,
        [id, side, now, personOf(viewer).id],
      );
      const after = { ...meeting, releases };
      await this.changes.save(transaction, viewer, {
        editionId: edition.id,
        before: meeting,
        after,
        news: null,
        now,
      });
    });
    return this.meetings.read(viewer, id);
  }
}
