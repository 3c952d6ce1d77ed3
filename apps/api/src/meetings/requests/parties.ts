import { DomainError } from '@forum/domain/errors';
import type { MeetingParty } from '@forum/domain/meetings/meeting-state';
import type { Transaction } from '../../database/database.ts';
import { type Admitted, editionOf, mayAll } from '../../http/viewer.ts';
import { requireVersion } from '../meeting-changes.ts';
import { lockMeeting, type MeetingRecord } from '../meeting-record.repository.ts';

/** A team with its firm. */
export interface TeamRow {
  id: string;
  firmId: string;
}

/** The refusal of a meeting that is not there, or not the viewer's. */
export const noSuchMeeting = (id: string) =>
  new DomainError('not_found', { meeting: id }, 'You have no such meeting.');

/** The firm for which the viewer sees meetings; null for the help desk, which sees both sides of all. */
export function firmOf(viewer: Admitted): string | null {
  if (mayAll(viewer)) return null;
  if (viewer.standing.firmId) return viewer.standing.firmId;
  throw new DomainError('not_found', {}, 'You represent no firm in this edition.');
}

/** On which side of a meeting the viewer stands; a meeting of others is not there. */
export function requireParty(meeting: MeetingRecord, viewer: Admitted): MeetingParty {
  const { firmId } = viewer.standing;
  if (firmId === meeting.fromFirmId) return 'from';
  if (firmId === meeting.toFirmId) return 'to';
  throw noSuchMeeting(meeting.id);
}

/** Keeps teams and firms from leaving while a request to or from them is made. */
export const keepsThem = 'for share of t, f';

/** A meeting of the viewer's firm, and for which side they act. */
export interface OwnMeeting {
  before: MeetingRecord;
  side: MeetingParty;
  /** Who takes the step, as its mail says. */
  by: MeetingParty | 'host';
}

/**
 * Locks a meeting of the viewer's firm, of which they have seen the newest version.
 *
 * @throws DomainError `not_found` where it is not there or of others, `version.stale` when it has changed since
 */
export async function lockOwnMeeting(
  transaction: Transaction,
  viewer: Admitted,
  { id, version }: { id: string; version: number },
): Promise<OwnMeeting> {
  const before = await lockMeeting(transaction, editionOf(viewer).id, id);
  const isHost = firmOf(viewer) === null;
  const side = requireParty(before, viewer);
  requireVersion(before, version);
  return { before, side, by: isHost ? 'host' : side };
}
