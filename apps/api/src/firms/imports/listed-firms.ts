import { firmKey, type FirmRecord } from '@forum/domain/firms/firm-difference';
import { type ImportedFirm } from '@forum/interchange/firms/imported-firm';

/** A firm of the edition as an import compares it. */
export interface CurrentFirm extends FirmRecord {
  id: string;
  /** Brought by an exhibitor list; others cannot be missing from one. */
  imported: boolean;
}

/** A firm of a list, without what would say nothing; what the list does not tell of a firm stays as it is. */
export type ListedFirm = { [Field in keyof FirmRecord]: FirmRecord[Field] };

export const listedFirms = (firms: readonly ImportedFirm[]): ListedFirm[] =>
  firms.map(({ name, country, categories, website, stand }) => ({
    name,
    country,
    categories,
    website,
    stand: stand ?? null,
  }));

/**
 * The two sides that are compared: the firms of the edition that the list may speak of, and the list. A firm is spelt as
 * the forum knows it: every list writes names in its own way, and editions would otherwise rename it in turn.
 */
export function sidesOf(
  current: readonly CurrentFirm[],
  listed: readonly ListedFirm[],
): { current: CurrentFirm[]; incoming: ListedFirm[] } {
  const named = new Set(listed.map(firmKey));
  const known = new Map(current.map((firm) => [firmKey(firm), firm]));
  return {
    current: current.filter((firm) => firm.imported || named.has(firmKey(firm))),
    incoming: listed.map((firm) => {
      const before = known.get(firmKey(firm));
      return {
        ...firm,
        name: before?.name ?? firm.name,
        categories: firm.categories.length > 0 ? firm.categories : (before?.categories ?? []),
        website: firm.website ?? before?.website ?? null,
        stand: firm.stand ?? before?.stand ?? null,
      };
    }),
  };
}
