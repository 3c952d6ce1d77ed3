import type { ControlledTopic, HostLaw, Release } from '../../export-control/gate.ts';
import { requireReleased } from '../../export-control/release.ts';
import { acceptMeeting, type MeetingParty, rescheduleMeeting } from '../meeting-state.ts';
import {
  type Attendee,
  type Booked,
  type BookingFacts,
  decideBooking,
  type MeetingToBook,
  type Refused,
} from './decide-booking.ts';

/** A meeting whose people come for one side or the other. */
export interface MeetingOfSides extends MeetingToBook {
  readonly people: readonly (Attendee & { readonly side: MeetingParty })[];
}

/** What decides whether a proposal can be accepted. */
export interface AcceptFacts<M extends MeetingOfSides> extends BookingFacts<M> {
  /** The side that accepts. */
  readonly by: MeetingParty;
  /** Whether the rules of the edition and the lists of firms let both meet. */
  readonly mayMeet: boolean;
  /** What export control sees of it, with those who would come. */
  readonly topic: ControlledTopic;
  /** Releases as they count once this side has agreed: no officer alone releases what they agree to. */
  readonly releases: readonly Release[];
  readonly law: HostLaw;
}

/**
 * The side whose answer is awaited accepts a suggested time. Where two firms must not meet, the people of the other side
 * count as taken: the answer is that of a full calendar, because no firm may learn that it is on a list.
 *
 * @throws DomainError `meeting.transition` when this side cannot accept that time; as `requireReleased` when the topic
 *   waits for a release
 */
export function decideAccept<M extends MeetingOfSides>(facts: AcceptFacts<M>): Booked<M> | Refused {
  const { meeting, by, start, now } = facts;
  // Where it ends is for the place to say; the rule asks only when it begins.
  const accepted = acceptMeeting(meeting, by, { start, end: start }, now);
  requireReleased(facts.topic, facts.releases, facts.law);
  const others = meeting.people.filter(({ side }) => side !== by).map(({ delegateId }) => delegateId);
  const hidden = facts.mayMeet ? [] : others;
  const options = facts.options.map((option) => ({ ...option, taken: [...option.taken, ...hidden] }));
  const decision = decideBooking({ ...facts, options });
  return decision.kind === 'refused' ? decision : { ...decision, meeting: accepted };
}

/**
 * The help desk moves an accepted meeting at once.
 *
 * @throws DomainError `meeting.transition` when it is not accepted, or over
 */
export function decideMove<M extends MeetingToBook>(facts: BookingFacts<M>): Booked<M> | Refused {
  const decision = decideBooking(facts);
  const [first] = decision.kind === 'booked' ? decision.places : [];
  if (decision.kind === 'refused' || !first) return decision;
  return { ...decision, meeting: rescheduleMeeting(facts.meeting, first.slot, facts.now) };
}
