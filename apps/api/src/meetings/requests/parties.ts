import { DomainError } from '@forum/domain/errors';
import type { MeetingParty } from '@forum/domain/meetings/meeting-state';
import type { Transaction } from '../../database/database.ts';
import { type Admitted, editionOf, mayAll } from '../../http/viewer.ts';
import { requireVersion } from '../meeting-changes.ts';
import { lockMeeting, type MeetingRecord } from '../meeting-record.repository.ts';

/** A team with its firm. */
interface TeamRow {
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

/** The two teams of a request, of which the first is one that the viewer may speak for. */
export async function findTeams(
  transaction: Transaction,
  viewer: Admitted,
  { fromTeamId, toTeamId }: { fromTeamId: string; toTeamId: string },
  lock: '' | typeof keepsThem = '',
): Promise<{ from: TeamRow; to: TeamRow }> {
  const rows = await transaction.query<TeamRow>(
    `select t.id, t.firm_id as "firmId"
     from team t join firm_in_edition f on f.edition_id = t.edition_id and f.firm_id = t.firm_id
     where t.edition_id = $1 and t.id = any($2::uuid[]) and t.removed_at is null and f.removed_at is null
     order by t.id ${lock}`,
    [editionOf(viewer).id, [fromTeamId, toTeamId]],
  );
  const from = rows.find((row) => row.id === fromTeamId && row.firmId === viewer.standing.firmId);
  const to = rows.find((row) => row.id === toTeamId);
  if (!from) throw new DomainError('not_found', { team: fromTeamId }, 'Your firm has no such team.');
  if (!to) throw new DomainError('not_found', { team: toTeamId }, 'There is no such team in this edition.');
  return { from, to };
}

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
