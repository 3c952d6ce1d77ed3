import { type MeetingParty, meetingParties } from '../meetings/meeting-state.ts';
import type { HostLawPack, HostRule } from './host-law.ts';

/** A meeting, or an attachment, as far as export control looks at it. */
export interface ControlledTopic {
  /** Entries of control lists that the topic touches: `ML3`, `DU5`; empty when none. */
  readonly entries: readonly string[];
  /** Nationalities of all participants, ISO 3166-1 alpha-2; null for one that is not known. */
  readonly nationalities: readonly (string | null)[];
  /** The country in which the meeting takes place. */
  readonly host: string;
}

/** A release by an officer of a side, with exactly what was released. */
export interface Release {
  readonly side: MeetingParty;
  readonly officerId: string;
  readonly at: string;
  readonly entries: readonly string[];
  /** The nationalities that were known to take part, sorted, each once. */
  readonly nationalities: readonly string[];
  /**
   * Whether it counts only once a second person has confirmed it, who has not done so yet: its officer asked for the
   * meeting or agreed to it, or is the only one who speaks for the firm.
   */
  readonly awaitsSecond: boolean;
}

/** Where a topic stands. */
export interface Gate {
  /** `free` needs nothing, `released` has it, `waiting` lacks it, `forbidden` cannot get it. */
  readonly state: 'free' | 'released' | 'waiting' | 'forbidden';
  /** The sides whose release is missing or has lapsed. */
  readonly waitingFor: readonly MeetingParty[];
  /** The rule of the host's law that decided; null when none did. */
  readonly rule: HostRule | null;
}

/** The packs of host law, and the day that is asked about (ISO 8601). */
export interface HostLaw {
  readonly packs: readonly HostLawPack[];
  readonly day: string;
}

/**
 * Where a topic stands: a listed entry that would cross a border waits for a release of each side, unless the host's law
 * frees or forbids it. The border is crossed when participants and host are of more than one country; somebody of unknown
 * nationality crosses one. A release counts only for the very nationalities it was given for and for entries it named, so
 * it lapses when either changes; {@link standingReleases} makes that final. One that awaits a second person does not count yet.
 */
export function gateOf(topic: ControlledTopic, releases: readonly Release[], law: HostLaw): Gate {
  if (topic.entries.length === 0) return { state: 'free', waitingFor: [], rule: null };
  const rule = ruleFor(topic, law);
  if (rule?.effect === 'forbid') return { state: 'forbidden', waitingFor: [], rule };
  if (rule?.effect === 'free' || !crossesBorder(topic)) return { state: 'free', waitingFor: [], rule };
  const waitingFor = meetingParties.filter(
    (side) =>
      !releases.some((release) => release.side === side && !release.awaitsSecond && covers(release, topic)),
  );
  return { state: waitingFor.length === 0 ? 'released' : 'waiting', waitingFor, rule };
}

/**
 * The releases that still count after a change of participants or entries. Whoever makes the change keeps only these, so
 * that one that has lapsed does not come back when the change is undone.
 */
export function standingReleases(topic: ControlledTopic, releases: readonly Release[]): Release[] {
  return releases.filter((release) => covers(release, topic));
}

/** Whether a gate lets a topic be talked about, or an attachment be read. */
export function isThrough({ state }: Gate): boolean {
  return state === 'free' || state === 'released';
}

/** The nationalities of a topic as a release records them; null while one is not known. */
export function nationalitySet(topic: ControlledTopic): string[] | null {
  const known = topic.nationalities.filter((nationality) => nationality !== null);
  return known.length < topic.nationalities.length ? null : [...new Set(known)].sort();
}

function covers(release: Release, topic: ControlledTopic): boolean {
  const now = nationalitySet(topic);
  return (
    now !== null &&
    now.length === release.nationalities.length &&
    now.every((nationality) => release.nationalities.includes(nationality)) &&
    topic.entries.every((entry) => release.entries.includes(entry))
  );
}

const crossesBorder = ({ nationalities, host }: ControlledTopic) =>
  nationalities.some((nationality) => nationality !== host);

function ruleFor(topic: ControlledTopic, { packs, day }: HostLaw): HostRule | null {
  const rules = packs
    .filter(({ country, from, to }) => country === topic.host && from <= day && (to === null || day < to))
    .flatMap((pack) => pack.rules);
  return rules.find((rule) => fits(rule, topic)) ?? null;
}

function fits({ entries, among, involving }: HostRule, topic: ControlledTopic): boolean {
  const { nationalities } = topic;
  const isOf = (countries: readonly string[]) => (nationality: string | null) =>
    nationality !== null && countries.includes(nationality);
  return (
    (entries === null || topic.entries.some((entry) => entries.some((start) => entry.startsWith(start)))) &&
    (among === null || nationalities.every(isOf(among))) &&
    (involving === null || nationalities.some(isOf(involving)))
  );
}
