import type { MeetingParty, MeetingState } from '../meetings/meeting-state.ts';
import { gateOf, type ControlledTopic, type HostLaw, type Release } from './gate.ts';

/** A meeting as far as somebody waits for its release. */
export interface AwaitingMeeting {
  readonly state: MeetingState;
  readonly topic: ControlledTopic;
  readonly releases: readonly Release[];
}

/** A side whose release is awaited from now on. */
export interface NewlyAwaited {
  readonly side: MeetingParty;
  /** Whether it had released before, and that has lapsed. */
  readonly lapsed: boolean;
}

/**
 * The sides for which a period of waiting begins with a step of a meeting, so that their officers are told once of each:
 * those awaited after it and not before. A meeting that was just asked for was nothing before: null.
 */
export function newlyAwaited(
  before: AwaitingMeeting | null,
  after: AwaitingMeeting,
  law: HostLaw,
): NewlyAwaited[] {
  const already = before ? awaitedSides(before, law) : [];
  return awaitedSides(after, law)
    .filter((side) => !already.includes(side))
    .map((side) => ({ side, lapsed: before?.releases.some((release) => release.side === side) ?? false }));
}

/** Nobody waits for the release of a meeting that will not take place. */
function awaitedSides({ state, topic, releases }: AwaitingMeeting, law: HostLaw): readonly MeetingParty[] {
  return state === 'requested' || state === 'accepted' ? gateOf(topic, releases, law).waitingFor : [];
}
