import { DomainError } from '@forum/domain/errors';
import { type WishedMeeting, wishedMeetings } from '@forum/domain/matchmaking/wished-meetings';
import type { Interval } from '@forum/domain/time/interval';
import { pairId } from '@forum/planner/edition/instance-of-edition';
import type { Happened } from './happened.ts';
import type { EditionAtWork } from './plan-facts.ts';

/** A pair that the desk wants to meet, whatever was. */
export interface PinnedPair {
  a: string;
  b: string;
}

/**
 * The meetings that wishes ask for, of pairs that may meet, do not meet already and have not met, unless they are
 * pinned, and of firms that are there in one of the slots at all; in a repair those added.
 *
 * @throws DomainError `request.invalid` where two firms are added that must not meet
 */
export function wishedPairs(
  { standing, met, wishes, mayMeet }: EditionAtWork,
  events: Happened,
  pins: readonly PinnedPair[],
  slots: readonly Interval[],
): WishedMeeting[] {
  if (events.isRepair) return addedPairs(events, mayMeet);
  const pinned = new Set(pins.map(({ a, b }) => pairId(a, b)));
  const meets = new Set([
    ...standing.map(({ fromFirmId, toFirmId }) => pairId(fromFirmId, toFirmId)),
    ...met.map(([a, b]) => pairId(a, b)).filter((pair) => !pinned.has(pair)),
  ]);
  const isGone = memoised((firmId) => slots.every((slot) => events.isAway(firmId, slot)));
  return wishedMeetings({
    wishes,
    mayMeet: (a, b) => !meets.has(pairId(a, b)) && !isGone(a) && !isGone(b) && mayMeet(a, b),
    score: () => 0,
  });
}

function addedPairs({ added }: Happened, mayMeet: EditionAtWork['mayMeet']): WishedMeeting[] {
  const barred = added.find(({ a, b }) => !mayMeet(a, b));
  if (!barred) return added;
  throw new DomainError(
    'request.invalid',
    { firms: [barred.a, barred.b] },
    'These two firms must not meet, by a rule or the list of this edition. Choose others, or change the rule.',
  );
}

function memoised<Value>(ask: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    if (!known.has(key)) known.set(key, ask(key));
    return known.get(key) as Value;
  };
}
