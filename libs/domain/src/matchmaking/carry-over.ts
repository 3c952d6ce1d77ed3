import type { FirmProfile, ProfileLine } from './profile.ts';
import type { Taxonomy } from './taxonomy/taxonomy.ts';

/** A profile of an earlier edition as it would stand in this one. */
export interface CarriedOver {
  readonly profile: FirmProfile;
  /** Lines whose capability this edition's list no longer has; the firm chooses anew. */
  readonly dropped: readonly ProfileLine[];
}

/**
 * Carries a profile over from an earlier edition into the taxonomy of this one, for the firm to look at. Nothing is
 * carried without consent given for this edition: then there is nothing to show, not even what was dropped.
 */
export function carryOver(
  earlier: FirmProfile,
  taxonomy: Taxonomy,
  { consented }: { readonly consented: boolean },
): CarriedOver | null {
  if (!consented) return null;
  const known = (line: ProfileLine) => taxonomy.byCode.has(line.capability);
  const { offers, needs } = earlier;
  return {
    profile: { ...earlier, offers: offers.filter(known), needs: needs.filter(known) },
    dropped: [...offers, ...needs].filter((line) => !known(line)),
  };
}
