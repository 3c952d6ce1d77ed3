import { DomainError } from '../errors.ts';
import { type MeetingParty } from '../meetings/meeting-state.ts';
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
  /** Whether the side has named them for this. */
  readonly entitled: boolean;
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
  const { id, side, entitled } = officer;
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
  return [...others, { side, officerId: id, at: law.now, entries: [...topic.entries], nationalities }];
}

/**
 * Refuses to confirm a meeting, or to open an attachment, whose topic is not through the gate.
 *
 * @throws DomainError `export.not_released` with the sides that are missing, and the host's rule
 */
export function requireReleased(topic: ControlledTopic, releases: readonly Release[], law: HostLaw): void {
  const gate = gateOf(topic, releases, law);
  if (isThrough(gate)) return;
  throw new DomainError(
    'export.not_released',
    { state: gate.state, waitingFor: gate.waitingFor, rule: gate.rule?.id ?? null },
    gate.state === 'forbidden'
      ? `${gate.rule?.act ?? 'The law'} forbids this topic here; choose another.`
      : `The topic waits for release by: ${gate.waitingFor.join(', ')}.`,
  );
}
