import type { Interval } from '@forum/domain/time/interval';
import type { Commitment, Reservation } from '../../reservations/reservations.service.ts';
import type { PlannedMeetings } from './planned-meetings.ts';
import type { Changing } from './plan-moves.ts';

/** What one commitment takes. */
interface Taken {
  commitment: Commitment;
  reservations: Reservation[];
}

/** A meeting by its time, its table and its interpreter. */
interface Placed {
  slot: Interval;
  tableId: string | null;
  interpreterId: string | null;
}

/** All that a plan takes: for meetings that change, for those that it makes, and for tables that it closes. */
export function reservationsOfPlan(
  { make, close }: PlannedMeetings,
  changing: readonly Changing[],
  ids: { made: readonly string[]; closures: readonly string[] },
): Taken[] {
  return [
    ...changing.map(({ after }) => meetingTakes(after.id, after.people, after)),
    ...make.map((one, n) => meetingTakes(ids.made[n] ?? '', [...one.from, ...one.to], one)),
    ...close.map(({ tableId, during }, n) => ({
      commitment: { kind: 'closure', id: ids.closures[n] ?? '' },
      reservations: [{ kind: 'table' as const, resourceId: tableId, ...during }],
    })),
  ];
}

const meetingTakes = (
  id: string,
  people: readonly { personId: string }[],
  { slot, tableId, interpreterId }: Placed,
): Taken => ({
  commitment: { kind: 'meeting', id },
  reservations: [
    ...people.map(({ personId }) => ({ kind: 'person' as const, resourceId: personId, ...slot })),
    ...(tableId ? [{ kind: 'table' as const, resourceId: tableId, ...slot }] : []),
    ...(interpreterId ? [{ kind: 'interpreter' as const, resourceId: interpreterId, ...slot }] : []),
  ],
});
