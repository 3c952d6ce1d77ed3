import { type MeetingParty, rescheduleMeeting } from '@forum/domain/meetings/meeting-state';
import type { Interval } from '@forum/domain/time/interval';
import type { Transaction } from '../../database/database.ts';
import { type MeetingPerson, sendPeople } from '../meeting-people.repository.ts';
import { lockMeeting, type MeetingRecord } from '../meeting-record.repository.ts';
import type { PlannedMeetings } from './planned-meetings.ts';

/** A meeting that a plan changes: as it was, and as it is to be. */
export interface Changing {
  before: MeetingRecord;
  after: MeetingRecord & { slot: Interval };
}

/** Locks the meetings that move, and sends who comes then; where each is to be stands in `after`. */
export async function loadMoving(
  transaction: Transaction,
  editionId: string,
  { move, now }: PlannedMeetings,
): Promise<Changing[]> {
  const moving: Changing[] = [];
  for (const { id, slot, tableId, interpreterId, ...sides } of move) {
    const before = await lockMeeting(transaction, editionId, id);
    const people = [
      ...(await send(transaction, editionId, before, { side: 'from', delegateIds: sides.from })),
      ...(await send(transaction, editionId, before, { side: 'to', delegateIds: sides.to })),
    ];
    const after = {
      ...rescheduleMeeting(before, slot, now),
      slot,
      tableId,
      interpreterId,
      people,
      placeLost: null,
    };
    moving.push({ before, after });
  }
  return moving;
}

/** Locks the meetings that keep everything but their interpreter. */
export async function loadInterpreted(
  transaction: Transaction,
  editionId: string,
  { interpret }: PlannedMeetings,
): Promise<Changing[]> {
  const changing: Changing[] = [];
  for (const { id, interpreterId } of interpret) {
    const before = await lockMeeting(transaction, editionId, id);
    if (before.state === 'accepted' && before.slot)
      changing.push({ before, after: { ...before, slot: before.slot, interpreterId } });
  }
  return changing;
}

/** The people of one side: those who come already, or others where they cannot. */
function send(
  transaction: Transaction,
  editionId: string,
  meeting: MeetingRecord,
  { side, delegateIds }: { side: MeetingParty; delegateIds: readonly string[] },
): Promise<MeetingPerson[]> | MeetingPerson[] {
  const now = meeting.people.filter((person) => person.side === side);
  const isSame =
    now.length === delegateIds.length && now.every(({ delegateId }) => delegateIds.includes(delegateId));
  if (isSame) return now;
  return sendPeople(transaction, {
    editionId,
    meetingId: meeting.id,
    teamId: side === 'from' ? meeting.fromTeamId : meeting.toTeamId,
    side,
    delegateIds,
  });
}
