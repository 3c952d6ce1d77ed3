import { DomainError } from '@forum/domain/errors';
import type { Hindrance, Refused } from '@forum/domain/meetings/booking/decide-booking';
import type { MeetingRecord } from '../meeting-record.repository.ts';

/** What stands in the way of a meeting at a time; the times that work are looked for later. */
export class BookingRefused extends DomainError {
  constructor(
    readonly meeting: MeetingRecord,
    { slot, hindrances }: Refused,
  ) {
    const obstacles = hindrances.map((one) => ({ code: one.code, who: nameIn(meeting, one), ...slot }));
    super(
      codeFor(hindrances),
      { obstacles },
      `The meeting cannot be at ${slot.start}: ${obstacles.map((one) => (one.who ? `${one.who} (${one.code})` : one.code)).join(', ')}.`,
    );
  }
}

const nameIn = (meeting: MeetingRecord, hindrance: Hindrance) =>
  'participantId' in hindrance
    ? (meeting.people.find((person) => person.delegateId === hindrance.participantId)?.name ?? null)
    : null;

function codeFor(
  hindrances: readonly Hindrance[],
): 'meeting.no_table' | 'meeting.closed_time' | 'meeting.slot_taken' {
  const codes = hindrances.map((one) => one.code);
  if (codes.includes('hall-closed')) return 'meeting.closed_time';
  return codes.includes('table-busy') ? 'meeting.no_table' : 'meeting.slot_taken';
}
