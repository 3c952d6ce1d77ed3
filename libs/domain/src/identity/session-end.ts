import { epochMs, instantFromMs } from '../time/instant.ts';
import { addDays, dateIn, instantAround } from '../time/zoned.ts';

/** How long a session lasts at most, in days. */
export const sessionDays = 30;

/** A sign-in this short before the hour counts for the day that begins, in milliseconds. */
const atLeast = 3_600_000;

/** What decides when a session ends by its age. */
export interface SessionFacts {
  /** Instant. */
  readonly openedAt: string;
  /** Its person is of the host's team of an edition. */
  readonly isHost: boolean;
  /** The zone of the venue where the edition of their team is live; null while none is. */
  readonly liveZone: string | null;
  /** The zone of the device. */
  readonly deviceZone: string;
  /** Its person takes part in an edition that is live. */
  readonly attendsLive: boolean;
}

/**
 * The instant at which a session ends by its age, whatever use was made of it (ASVS 5.0, 7.3.2); null while it does not.
 * The host's team signs in anew each day: at 04:00, when nobody is in the middle of one, by the clock of the venue while
 * their edition is live. No delegate's session ends while the edition runs.
 */
export function sessionEnd({
  openedAt,
  isHost,
  liveZone,
  deviceZone,
  attendsLive,
}: SessionFacts): string | null {
  const opened = epochMs(openedAt);
  if (isHost) return nextFour(opened + atLeast, liveZone ?? deviceZone);
  return attendsLive ? null : instantFromMs(opened + sessionDays * 24 * 3_600_000);
}

/** The first 04:00 of a zone at or after a moment. */
function nextFour(from: number, zone: string): string {
  const day = dateIn(instantFromMs(from), zone);
  const today = instantAround(`${day}T04:00`, zone);
  return epochMs(today) >= from ? today : instantAround(`${addDays(day, 1)}T04:00`, zone);
}
