import { DomainError } from '../errors.ts';
import type { Interval } from '../time/interval.ts';
import { compareInstants, isBefore } from '../time/instant.ts';

/** The states of a meeting. A counter-proposal keeps `requested` and turns the question round. */
export const meetingStates = [
  'requested',
  'accepted',
  'declined',
  'withdrawn',
  'cancelled',
  'expired',
] as const;

/** The state of a meeting. */
export type MeetingState = (typeof meetingStates)[number];

/** The side that asked for the meeting, and the side that was asked. */
export const meetingParties = ['from', 'to'] as const;

/** A side of a meeting. */
export type MeetingParty = (typeof meetingParties)[number];

/**
 * What the rules need to know of a meeting. Every step keeps whatever else the object carries.
 *
 * A proposal is open exactly while `turn` names the side whose answer is awaited: in a requested meeting, or in an
 * accepted one that a side would like to move, which keeps its slot until both agree.
 */
export interface MeetingCore {
  readonly state: MeetingState;
  readonly turn: MeetingParty | null;
  /** The starts of the open proposal; empty when none is open. How long it takes is for the hall to say that is booked. */
  readonly suggested: readonly string[];
  /** When the meeting takes place; set exactly while it is accepted, and kept when an accepted one is cancelled. */
  readonly slot: Interval | null;
  /** Instant after which the open proposal lapses; null when none is open. */
  readonly expiresAt: string | null;
}

/** An open proposal: starts that suit whoever makes it, and when it lapses. */
export interface MeetingProposal {
  readonly suggested: readonly string[];
  readonly expiresAt: string;
}

/** The other side of a meeting. */
export function otherParty(party: MeetingParty): MeetingParty {
  return party === 'from' ? 'to' : 'from';
}

/** Whether a proposal waits for an answer. */
export function hasOpenProposal(meeting: MeetingCore): boolean {
  return meeting.turn !== null;
}

/**
 * A new request, waiting for the other side's answer. It blocks nobody's time.
 *
 * @throws DomainError `meeting.own_firm` when both parties are the same; `request.invalid` when no time is suggested, or
 *   one has already begun
 */
export function requestMeeting(
  parties: { readonly fromId: string; readonly toId: string },
  proposal: MeetingProposal,
  now: string,
): MeetingCore {
  if (parties.fromId === parties.toId) {
    throw new DomainError(
      'meeting.own_firm',
      { party: parties.fromId },
      'A party cannot ask itself for a meeting; choose another one.',
    );
  }
  return { state: 'requested', slot: null, ...opened('to', proposal, now) };
}

/**
 * Refuses whoever may not accept a suggested time.
 *
 * @throws DomainError `meeting.transition` when it is not their turn, the time was not suggested or has begun, or the
 *   proposal has lapsed
 */
export function requireAcceptable(meeting: MeetingCore, by: MeetingParty, start: string, now: string): void {
  requireTurn(meeting, by, 'accept');
  if (hasLapsed(meeting, now))
    throw refused(meeting, 'accept', `The proposal lapsed at ${meeting.expiresAt}.`);
  if (!meeting.suggested.some((suggested) => compareInstants(suggested, start) === 0)) {
    throw refused(meeting, 'accept', `${start} is not among the suggested times; propose it instead.`);
  }
  if (!isBefore(now, start)) {
    throw refused(meeting, 'accept', `${start} has already begun; choose or propose a later time.`);
  }
}

/**
 * The side whose answer is awaited accepts one of the suggested times. That a table and every participant are free is
 * for the booking to find out, in the same transaction.
 *
 * @param slot from a suggested start on
 * @throws DomainError as {@link requireAcceptable}
 */
export function acceptMeeting<M extends MeetingCore>(
  meeting: M,
  by: MeetingParty,
  slot: Interval,
  now: string,
): M {
  requireAcceptable(meeting, by, slot.start, now);
  return { ...meeting, ...closed, state: 'accepted', slot };
}

/**
 * The side whose answer is awaited says no. A request is then declined; an accepted meeting stays where it is.
 *
 * @throws DomainError `meeting.transition` when it is not their turn
 */
export function declineMeeting<M extends MeetingCore>(meeting: M, by: MeetingParty): M {
  requireTurn(meeting, by, 'decline');
  return { ...meeting, ...closed, state: meeting.state === 'requested' ? 'declined' : meeting.state };
}

/**
 * The side whose answer is awaited proposes other times, which replace those suggested and turn the question round. On
 * an accepted meeting without an open proposal, either side may propose to move it.
 *
 * @throws DomainError `meeting.transition` when it is not their turn, or the meeting is over or has begun;
 *   `request.invalid` when no time is suggested, or one has already begun
 */
export function proposeTimes<M extends MeetingCore>(
  meeting: M,
  by: MeetingParty,
  proposal: MeetingProposal,
  now: string,
): M {
  if (meeting.state === 'accepted') requireNotOver(meeting, 'propose', now);
  if (meeting.state !== 'accepted' || hasOpenProposal(meeting)) requireTurn(meeting, by, 'propose');
  return { ...meeting, ...opened(otherParty(by), proposal, now) };
}

/**
 * The side whose proposal is open takes it back. A request is then withdrawn; an accepted meeting stays where it is.
 *
 * @throws DomainError `meeting.transition` when no proposal of theirs is open
 */
export function withdrawMeeting<M extends MeetingCore>(meeting: M, by: MeetingParty): M {
  if (meeting.turn !== otherParty(by)) {
    throw refused(meeting, 'withdraw', 'No proposal of this side is open; decline or cancel instead.');
  }
  return { ...meeting, ...closed, state: meeting.state === 'requested' ? 'withdrawn' : meeting.state };
}

/**
 * Either side, or the help desk, cancels an accepted meeting that is not over. Its slot is kept, so that the calendar
 * can say what was cancelled.
 *
 * @throws DomainError `meeting.transition` when it is not accepted, or over
 */
export function cancelMeeting<M extends MeetingCore>(meeting: M, now: string): M {
  requireNotOver(meeting, 'cancel', now);
  return { ...meeting, ...closed, state: 'cancelled' };
}

/** Why a meeting or a request ended without a step of either side: a firm takes part no more, or nobody of it can come. */
export const meetingEnds = ['firm-gone', 'nobody-left'] as const;

/** Why a meeting ended without a step of either side. */
export type MeetingEnd = (typeof meetingEnds)[number];

/**
 * A side has lost what it needs to come. An accepted meeting is cancelled; a request of that side is taken back, and one
 * to it is declined.
 *
 * @param gone the side that can no longer come
 * @throws DomainError `meeting.transition` when nothing of it is agreed or open any more
 */
export function endForLoss<M extends MeetingCore>(
  meeting: M,
  gone: MeetingParty,
  why: MeetingEnd,
  now: string,
): M & { readonly endedBy: MeetingEnd } {
  if (meeting.state === 'accepted') return { ...cancelMeeting(meeting, now), endedBy: why };
  const ended = meeting.turn === gone ? declineMeeting(meeting, gone) : withdrawMeeting(meeting, gone);
  return { ...ended, endedBy: why };
}

/**
 * The help desk moves an accepted meeting at once. The sides move theirs by agreement: one proposes, the other accepts.
 *
 * @throws DomainError `meeting.transition` when it is not accepted, or over, or the new time is over
 */
export function rescheduleMeeting<M extends MeetingCore>(meeting: M, slot: Interval, now: string): M {
  requireNotOver(meeting, 'reschedule', now);
  if (!isBefore(now, slot.end)) {
    throw refused(
      meeting,
      'reschedule',
      `The new time ends at ${slot.end}, which is past; choose a later one.`,
    );
  }
  return { ...meeting, ...closed, slot };
}

/**
 * The open proposal lapses once its time is up or every suggested time has begun. A request is then expired; an
 * accepted meeting stays where it is.
 *
 * @throws DomainError `meeting.transition` when it has not lapsed yet
 */
export function expireMeeting<M extends MeetingCore>(meeting: M, now: string): M {
  if (!hasLapsed(meeting, now))
    throw refused(meeting, 'expire', 'Nothing that waits for an answer has lapsed.');
  return { ...meeting, ...closed, state: meeting.state === 'requested' ? 'expired' : meeting.state };
}

/** Whether an open proposal has lapsed: its expiry is reached, or all suggested times have begun. */
export function hasLapsed(meeting: MeetingCore, now: string): boolean {
  if (meeting.turn === null) return false;
  const timeIsUp = meeting.expiresAt !== null && !isBefore(now, meeting.expiresAt);
  return timeIsUp || meeting.suggested.every((start) => !isBefore(now, start));
}

const closed = { turn: null, suggested: [], expiresAt: null } as const;

function opened(turn: MeetingParty, proposal: MeetingProposal, now: string) {
  const begun = proposal.suggested.filter((start) => !isBefore(now, start));
  if (proposal.suggested.length === 0 || begun.length > 0) {
    throw new DomainError(
      'request.invalid',
      { field: 'suggested', begun },
      begun.length > 0
        ? `These times have already begun: ${begun.join(', ')}; suggest later ones.`
        : 'No time is suggested; suggest at least one.',
    );
  }
  return { turn, suggested: proposal.suggested, expiresAt: proposal.expiresAt };
}

function requireTurn(meeting: MeetingCore, by: MeetingParty, step: string): void {
  if (meeting.turn === by) return;
  throw refused(
    meeting,
    step,
    meeting.turn === null
      ? `The meeting is ${meeting.state} and nothing waits for an answer.`
      : 'The answer of the other side is awaited.',
  );
}

function requireNotOver(meeting: MeetingCore, step: string, now: string): void {
  if (meeting.state !== 'accepted' || meeting.slot === null) {
    throw refused(meeting, step, `The meeting is ${meeting.state}; only an accepted one allows this.`);
  }
  if (!isBefore(now, meeting.slot.end))
    throw refused(meeting, step, `The meeting ended at ${meeting.slot.end}.`);
}

const refused = (meeting: MeetingCore, step: string, message: string) =>
  new DomainError('meeting.transition', { state: meeting.state, turn: meeting.turn, step }, message);
