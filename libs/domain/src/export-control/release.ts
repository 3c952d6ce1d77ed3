import { DomainError } from '../errors.ts';
import type { MeetingParty } from '../meetings/meeting-state.ts';
import {
  gateOf,
  isThrough,
  nationalitySet,
  type ControlledTopic,
  type HostLaw,
  type Release,
} from './gate.ts';

/** Somebody who would release a topic for a side. */
export interface ExportOfficer {
  readonly id: string;
  readonly side: MeetingParty;
  /** Whether the side has named them for this, and somebody has confirmed it. */
  readonly entitled: boolean;
  /** Whether they moved the meeting, or nobody else speaks for the firm: then a second person confirms the release. */
  readonly alone: boolean;
}

/**
 * The releases of a topic with one more, in place of an earlier one of the same side.
 *
 * @throws DomainError `export.not_entitled` when the officer is not named for it, or has released for the other side;
 *   `export.not_released` when the host's law forbids the topic, or somebody's nationality is not known
 */
export function releaseTopic(
  topic: ControlledTopic,
  releases: readonly Release[],
  officer: ExportOfficer,
  law: HostLaw & { readonly now: string },
): Release[] {
  const { id, side, entitled, alone } = officer;
  const both = releases.some((release) => release.officerId === id && release.side !== side);
  if (!entitled || both) {
    throw new DomainError(
      'export.not_entitled',
      { officerId: id, side },
      'Only an officer whom the side has named may release, and nobody for both sides; ask the side to name one.',
    );
  }
  const gate = gateOf(topic, releases, law);
  const nationalities = nationalitySet(topic);
  if (gate.state === 'forbidden' || nationalities === null) {
    throw new DomainError(
      'export.not_released',
      { rule: gate.rule?.id ?? null, nationalitiesKnown: nationalities !== null },
      gate.state === 'forbidden'
        ? `${gate.rule?.act ?? 'The law'} forbids this topic here; choose another.`
        : 'The nationality of a participant is not known; complete it first.',
    );
  }
  const others = releases.filter((release) => release.side !== side);
  const made = { side, officerId: id, at: law.now, entries: [...topic.entries], nationalities };
  return [...others, { ...made, awaitsSecond: alone }];
}

/** Somebody who would confirm a release as the second person. */
export interface SecondPerson {
  /** As a delegate; null for an organiser who is none. */
  readonly id: string | null;
  /** The side whose release it is. */
  readonly side: MeetingParty;
  /** Whether they speak for the firm of the side, or for the host where the firm has nobody else. */
  readonly entitled: boolean;
}

/**
 * The releases with that of a side confirmed by a second person.
 *
 * @throws DomainError `export.not_entitled` when it is not theirs to confirm; `meeting.transition` when the side has
 *   released nothing
 */
export function confirmRelease(
  releases: readonly Release[],
  { id, side, entitled }: SecondPerson,
): Release[] {
  const release = releases.find((one) => one.side === side);
  if (!release) {
    throw new DomainError(
      'meeting.transition',
      { side },
      'This side has released nothing. Release it first.',
    );
  }
  if (!entitled || release.officerId === id) {
    throw new DomainError(
      'export.not_entitled',
      { side },
      'A release is confirmed by another representative of the firm, or by an organiser where it has none.',
    );
  }
  return releases.map((one) => (one === release ? { ...one, awaitsSecond: false } : one));
}

/**
 * Refuses to confirm a meeting, or to open an attachment, whose topic is not through the gate.
 *
 * @throws DomainError `export.not_released` with the sides that are missing, and the host's rule
 */
export function requireReleased(topic: ControlledTopic, releases: readonly Release[], law: HostLaw): void {
  const gate = gateOf(topic, releases, law);
  if (isThrough(gate)) return;
  const awaitsSecond = releases.filter((release) => release.awaitsSecond).map(({ side }) => side);
  throw new DomainError(
    'export.not_released',
    { state: gate.state, waitingFor: gate.waitingFor, awaitsSecond, rule: gate.rule?.id ?? null },
    gate.state === 'forbidden'
      ? `${gate.rule?.act ?? 'The law'} forbids this topic here; choose another.`
      : `The topic waits for release by: ${gate.waitingFor.join(', ')}.${awaitsSecond.length > 0 ? ` Who asked for a meeting or agrees to it cannot alone release its topic: a second person confirms the release of: ${awaitsSecond.join(', ')}.` : ''}`,
  );
}
