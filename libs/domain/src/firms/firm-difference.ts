import { DomainError } from '../errors.ts';
import { changesAmong, differenceOf, type Difference } from '../imports/difference.ts';
import { fold } from '../text/fold.ts';

/** A firm of an exhibitor list, or one that an earlier import has made. */
export interface FirmRecord {
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly categories: readonly string[];
  readonly website: string | null;
  readonly stand: string | null;
  /** Where the list says how the firm is reached; only for the host. */
  readonly mail: string | null;
}

/** What importing an exhibitor list would do. */
export type FirmDifference<Current extends FirmRecord, Incoming extends FirmRecord> = Difference<
  Current,
  Incoming
>;

/** The fields that are compared, in the order in which a difference lists them. */
const comparedFields = [
  'name',
  'categories',
  'website',
  'stand',
  'mail',
] as const satisfies readonly (keyof FirmRecord)[];

/**
 * What tells firms apart: the name, folded and without punctuation, and the country. `Hanwha Systems Co., Ltd.` and
 * `HANWHA SYSTEMS CO LTD` of Korea are one firm, `Polder B.V.` is `Polder BV`; the subsidiary of the same name in
 * Australia is another.
 */
export function firmKey(firm: Pick<FirmRecord, 'name' | 'country'>): string {
  const words = fold(firm.name)
    .replace(/(?<![\p{L}\p{N}])(\p{L})\.(?=\p{L}(?![\p{L}\p{N}]))/gu, '$1')
    .replace(/[^\p{L}\p{N}\p{M}&+]+/gu, ' ')
    .trim();
  return `${words || fold(firm.name)}|${firm.country ?? ''}`;
}

/** Whether a list is all there is, or adds to what other lists have brought. */
export const listModes = ['replace', 'add'] as const;
export type ListMode = (typeof listModes)[number];

/** How the firms of an edition and of a list are told apart; by name and country unless told. */
interface FirmKeys<Current, Incoming> {
  readonly currentKey: (firm: Current) => string;
  readonly incomingKey: (firm: Incoming) => string;
}

/**
 * What importing an exhibitor list would do to the firms of an edition, shown before it is applied. A list that only adds
 * removes nothing: leave the firms out that it does not name.
 */
export function firmDifference<Current extends FirmRecord, Incoming extends FirmRecord>(
  current: readonly Current[],
  incoming: readonly Incoming[],
  keys: FirmKeys<Current, Incoming> = { currentKey: firmKey, incomingKey: firmKey },
): FirmDifference<Current, Incoming> {
  return differenceOf(current, incoming, {
    ...keys,
    fieldsChanged: (before, after) => changesAmong<FirmRecord>(comparedFields, sorted(before), sorted(after)),
  });
}

/**
 * Refuses to apply a held difference unless somebody confirmed exactly the number of firms that it removes.
 *
 * @throws DomainError `firms.removals_held` with the number
 */
export function requireFirmRemovalsConfirmed(
  difference: { readonly held: boolean; readonly removed: readonly unknown[] },
  confirmed: number | undefined,
): void {
  const removals = difference.removed.length;
  if (!difference.held || confirmed === removals) return;
  throw new DomainError(
    'firms.removals_held',
    { removals, confirmed: confirmed ?? null },
    `The import removes ${removals} firms; look at them and confirm the number ${removals}.`,
  );
}

/** The order of categories says nothing. */
const sorted = (firm: FirmRecord): FirmRecord => ({ ...firm, categories: [...firm.categories].sort() });
