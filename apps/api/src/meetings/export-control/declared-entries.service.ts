import { Injectable } from '@nestjs/common';
import type * as contract from '@forum/contract/meetings/export-control';
import type { Meeting } from '@forum/contract/meetings/meeting';
import type { RouteInput } from '@forum/contract/route';
import { mostControlEntries } from '@forum/domain/export-control/control-entries';
import { requirePhase } from '@forum/domain/editions/phase';
import { DomainError } from '@forum/domain/errors';
import { Database } from '../../database/database.ts';
import { type Admitted, editionOf } from '../../http/viewer.ts';
import { MeetingChanges, requireVersion } from '../meeting-changes.ts';
import { lockMeeting } from '../meeting-record.repository.ts';
import { MeetingsService } from '../requests/meetings.service.ts';
import { firmOf, requireParty } from '../requests/parties.ts';

/** Which entries of control lists a topic touches, as said after the meeting was asked for, or planned. */
@Injectable()
export class DeclaredEntriesService {
  constructor(
    private readonly database: Database,
    private readonly changes: MeetingChanges,
    private readonly meetings: MeetingsService,
  ) {}

  /**
   * Adds entries. An agreed meeting keeps its place and waits for release, as do its documents; releases that do not
   * cover the new entries lapse. Nobody takes an entry back, since that would open the gate from one side.
   */
  async declare(
    viewer: Admitted,
    id: string,
    { version, entries }: RouteInput<typeof contract.declareEntries>['body'],
  ): Promise<Meeting> {
    const edition = editionOf(viewer);
    requirePhase(edition.phase, 'answer-meeting');
    await this.database.write(async (transaction) => {
      const now = new Date().toISOString();
      const before = await lockMeeting(transaction, edition.id, id);
      if (firmOf(viewer) !== null) requireParty(before, viewer);
      requireVersion(before, version);
      if (!['requested', 'accepted'].includes(before.state)) {
        throw new DomainError(
          'meeting.transition',
          { state: before.state },
          `The meeting is ${before.state}; its topic needs no release any more.`,
        );
      }
      const controlEntries = [...new Set([...before.controlEntries, ...entries])];
      if (controlEntries.length > mostControlEntries) {
        throw new DomainError(
          'request.invalid',
          { field: 'entries', entries: controlEntries },
          `The topic would touch ${controlEntries.length} entries; it may touch ${mostControlEntries} at most. Leave some out.`,
        );
      }
      await transaction.query('update meeting set control_entries = $2 where id = $1', [id, controlEntries]);
      const after = { ...before, controlEntries };
      await this.changes.save(transaction, viewer, { editionId: edition.id, before, after, news: null, now });
    });
    return this.meetings.read(viewer, id);
  }
}
