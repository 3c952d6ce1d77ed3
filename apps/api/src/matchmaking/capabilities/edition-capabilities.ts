import type { CapabilityEntry } from '@forum/contract/matchmaking/capabilities';
import type { Capability } from '@forum/domain/matchmaking/taxonomy/capability';
import { usualCapabilities } from '@forum/domain/matchmaking/taxonomy/taxonomy';

/** What the secretariat of an edition says instead of what was shipped, or beside it. */
export interface CapabilityChange {
  code: string;
  title: string;
  titleKo: string;
  parent: string | null;
  synonyms: string[];
  hidden: boolean;
}

const shipped = new Map(usualCapabilities.map((capability) => [capability.code, capability]));

/** Whether a change says just what was shipped. */
export function saysWhatWasShipped({
  code,
  title,
  titleKo,
  parent,
  synonyms,
  hidden,
}: CapabilityChange): boolean {
  const known = shipped.get(code);
  return (
    known !== undefined &&
    !hidden &&
    known.title.en === title &&
    known.title.ko === titleKo &&
    known.parent === parent &&
    known.synonyms.join('\n') === synonyms.join('\n')
  );
}

/** The list of an edition: the shipped one with its changes, then what the edition adds. */
export function editionCapabilities(changes: readonly CapabilityChange[]): CapabilityEntry[] {
  const byCode = new Map(changes.map((change) => [change.code, change]));
  const known = usualCapabilities.map((capability) => entryOf(capability, byCode.get(capability.code)));
  const added = changes
    .filter(({ code }) => !shipped.has(code))
    .map((change) => entryOf(ownOf(change), change));
  return [...known, ...added];
}

const ownOf = ({ code, title, titleKo, parent }: CapabilityChange): Capability => ({
  code,
  scheme: 'forum',
  title: { en: title, ko: titleKo },
  parent,
  synonyms: [],
  related: [],
  verified: false,
});

function entryOf(capability: Capability, change: CapabilityChange | undefined): CapabilityEntry {
  const { code, scheme, related, verified } = capability;
  return {
    code,
    scheme,
    title: change ? { en: change.title, ko: change.titleKo } : capability.title,
    parent: change ? change.parent : capability.parent,
    synonyms: [...(change ? change.synonyms : capability.synonyms)],
    related: [...related],
    verified,
    hidden: change?.hidden ?? false,
    changed: change !== undefined,
  };
}
