import { Injectable } from '@nestjs/common';
import type { MeetingAttachments } from '@forum/contract/meetings/attachments';
import { fitAttachment, placeOfAttachment } from '@forum/domain/attachments/attachment';
import { requirePhase } from '@forum/domain/editions/phase';
import { DomainError } from '@forum/domain/errors';
import type { MeetingParty } from '@forum/domain/meetings/meeting-state';
import { Database, type Transaction } from '../../database/database.ts';
import { type Admitted, editionOf, personOf } from '../../http/viewer.ts';
import { Changes } from '../../live/changes.ts';
import { findMeeting, lockMeeting, type MeetingRecord } from '../meeting-record.repository.ts';
import { requireParty } from '../requests/parties.ts';
import { attachmentsFor, readerOf } from './attachment-readers.ts';
import { keptOf } from './attachments.repository.ts';

interface Content {
  sha256: string;
  side: MeetingParty;
  name: string;
  content: Buffer<ArrayBuffer>;
}

/** Documents of a meeting: a side attaches and takes back its own, and sees the other's when they do not wait. */
@Injectable()
export class AttachmentsService {
  constructor(
    private readonly database: Database,
    private readonly changes: Changes,
  ) {}

  list(viewer: Admitted, meetingId: string): Promise<MeetingAttachments> {
    return this.database.snapshot((transaction) => this.#list(transaction, viewer, meetingId));
  }

  /**
   * The content of a document that is open to the viewer. One that waits is not there, as if there were none. The journal
   * keeps who of the other side has had it, because that is an export where the topic is listed.
   */
  read(viewer: Admitted, meetingId: string, id: string): Promise<Content> {
    return this.database.write(async (transaction) => {
      const meeting = await findMeeting(transaction, editionOf(viewer).id, meetingId);
      const reader = await readerOf(transaction, meeting, viewer);
      const [found] = await transaction.query<Content>(
        `select side, name, content, encode(sha256, 'hex') as sha256 from meeting_attachment
         where meeting_id = $1 and id = $2 and side = any($3::text[])`,
        [meetingId, id, reader.sees],
      );
      if (!found) throw noSuchAttachment(id);
      if (found.side !== reader.side) {
        const { side, sha256 } = found;
        await this.#record(transaction, viewer, meeting, 'attachment.saved', { after: { id, side, sha256 } });
      }
      return found;
    });
  }

  /** Attaches a document for the viewer's side, and answers what there is then. */
  add(viewer: Admitted, meetingId: string, name: string, content: Uint8Array): Promise<MeetingAttachments> {
    const edition = editionOf(viewer);
    requirePhase(edition.phase, 'answer-meeting');
    return this.database.write(async (transaction) => {
      const meeting = await lockMeeting(transaction, edition.id, meetingId);
      const side = requireParty(meeting, viewer);
      const fit = fitAttachment(name, content);
      const own = (await keptOf(transaction, meetingId)).filter((one) => one.side === side);
      const place = placeOfAttachment(
        meeting.state,
        own.map((one) => one.place),
      );
      const [added] = await transaction.query<{ id: string; sha256: string }>(
        `insert into meeting_attachment (edition_id, meeting_id, side, place, name, kind, content, added_by, added_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id, encode(sha256, 'hex') as sha256`,
        [
          edition.id,
          meetingId,
          side,
          place,
          fit.name,
          fit.kind,
          content,
          (viewer.aide ?? personOf(viewer)).id,
          new Date().toISOString(),
        ],
      );
      const after = { ...added, side, kind: fit.kind, bytes: content.length };
      await this.#record(transaction, viewer, meeting, 'attachments.changed', { after });
      return this.#list(transaction, viewer, meetingId);
    });
  }

  /** Takes back a document of the viewer's side, also after the meeting is off. */
  async remove(viewer: Admitted, meetingId: string, id: string): Promise<void> {
    const edition = editionOf(viewer);
    await this.database.write(async (transaction) => {
      const meeting = await lockMeeting(transaction, edition.id, meetingId);
      const side = requireParty(meeting, viewer);
      const [before] = await transaction.query(
        `delete from meeting_attachment where meeting_id = $1 and id = $2 and side = $3
         returning id, encode(sha256, 'hex') as sha256, side, kind, bytes`,
        [meetingId, id, side],
      );
      if (!before) throw noSuchAttachment(id);
      await this.#record(transaction, viewer, meeting, 'attachments.changed', { before });
    });
  }

  async #list(transaction: Transaction, viewer: Admitted, meetingId: string): Promise<MeetingAttachments> {
    const meeting = await findMeeting(transaction, editionOf(viewer).id, meetingId);
    const reader = await readerOf(transaction, meeting, viewer);
    return attachmentsFor(reader, await keptOf(transaction, meetingId));
  }

  /** Tells both sides and the help desk; names stay out of the journal. */
  #record(
    transaction: Transaction,
    viewer: Admitted,
    meeting: MeetingRecord,
    type: 'attachments.changed' | 'attachment.saved',
    detail: object,
  ): Promise<void> {
    return this.changes.record(transaction, viewer, {
      editionId: editionOf(viewer).id,
      streams: [`firm:${meeting.fromFirmId}`, `firm:${meeting.toFirmId}`, 'staff:organiser'],
      type,
      entityId: meeting.id,
      version: meeting.version,
      detail,
    });
  }
}

const noSuchAttachment = (id: string) =>
  new DomainError(
    'not_found',
    { attachment: id },
    'There is no such document for you. It was taken back, or waits until the meeting is agreed and its topic released.',
  );
