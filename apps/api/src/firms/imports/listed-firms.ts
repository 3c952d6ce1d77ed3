import { firmKey, type FirmRecord, type ListMode } from '@forum/domain/firms/firm-difference';
import type { FieldChange } from '@forum/domain/imports/difference';
import type { ImportedFirm } from '@forum/interchange/firms/imported-firm';

/** A firm of the edition as an import compares it. */
export interface CurrentFirm extends FirmRecord {
  id: string;
  /** Brought by an exhibitor list; others cannot be missing from one. */
  imported: boolean;
  /** The stand that the last list gave; null where none has given one. */
  listedStand: string | null;
  /** What lists called it before its name or country was corrected. */
  listed: string[];
}

/** A firm of a list, without what would say nothing; what the list does not tell of a firm stays as it is. */
export type ListedFirm = { [Field in keyof FirmRecord]: FirmRecord[Field] };

/** A firm of a list beside the one of the edition that it is, if it is one. */
export interface MatchedFirm extends ListedFirm {
  id: string | null;
}

/** What a list says of a firm against what was corrected by hand. */
export interface FirmDisagreement extends Pick<FirmRecord, 'name' | 'country'> {
  fields: FieldChange[];
}

export const listedFirms = (firms: readonly ImportedFirm[]): ListedFirm[] =>
  firms.map(({ name, country, categories, website, stand, mail }) => ({
    name,
    country,
    categories,
    website,
    stand: stand ?? null,
    mail: mail ?? null,
  }));

/** What tells a firm of a list apart once it is known which one it is. */
export const matchedKey = (firm: MatchedFirm): string => firm.id ?? firmKey(firm);

interface Sides {
  current: CurrentFirm[];
  incoming: MatchedFirm[];
  disagreements: FirmDisagreement[];
}

/**
 * The two sides that are compared: the firms of the edition that the list may speak of, and the list. A firm is spelt as
 * the forum knows it: every list writes names in its own way, and editions would otherwise rename it in turn. A list that
 * only adds speaks of no firm that it does not name.
 */
export function sidesOf(
  current: readonly CurrentFirm[],
  listed: readonly ListedFirm[],
  mode: ListMode,
): Sides {
  const known = new Map([
    ...current.map((firm) => [firmKey(firm), firm] as const),
    ...current.flatMap((firm) => firm.listed.map((key) => [key, firm] as const)),
  ]);
  const matched = listed.map((firm) => ({ firm, before: known.get(firmKey(firm)) }));
  const named = new Set(matched.map(({ before }) => before?.id));
  return {
    current: current.filter(({ id, imported }) => named.has(id) || (imported && mode === 'replace')),
    incoming: matched.map(({ firm, before }) => ({
      ...firm,
      id: before?.id ?? null,
      name: before?.name ?? firm.name,
      country: before ? before.country : firm.country,
      categories: firm.categories.length > 0 ? firm.categories : (before?.categories ?? []),
      website: firm.website ?? before?.website ?? null,
      stand: before && isMovedByHand(before) ? before.stand : (firm.stand ?? before?.stand ?? null),
      mail: firm.mail ?? before?.mail ?? null,
    })),
    disagreements: matched.flatMap(({ firm, before }) => {
      const fields = before ? disagreementsOf(before, firm) : [];
      return before && fields.length > 0 ? [{ name: before.name, country: before.country, fields }] : [];
    }),
  };
}

const isMovedByHand = ({ stand, listedStand }: CurrentFirm) =>
  listedStand !== null && listedStand !== (stand ?? '');

/** Another spelling is no disagreement: only a firm whose name or country was corrected is called otherwise. */
function disagreementsOf(before: CurrentFirm, firm: ListedFirm): FieldChange[] {
  const isCorrected = firmKey(before) !== firmKey(firm);
  const fields = isCorrected
    ? (['name', 'country'] as const).filter((field) => before[field] !== firm[field])
    : [];
  const stand =
    isMovedByHand(before) && firm.stand !== null && firm.stand !== before.stand ? (['stand'] as const) : [];
  return [...fields, ...stand].map((field) => ({ field, from: before[field], to: firm[field] }));
}
