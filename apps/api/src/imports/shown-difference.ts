import type { Difference } from '@forum/domain/imports/difference';
import { createHash } from 'node:crypto';

interface ShownField {
  field: string;
  from: string;
  to: string;
}

/** Characters of a field that are shown. */
const longest = 200;

/** How many items of each kind a difference shows; of the others it says how many there are. */
export const mostShown = 200;

/** How many items an import adds, changes and removes. */
export interface ImportSums {
  added: number;
  changed: number;
  removed: number;
}

/** The sums of a difference, whose lists may be shown in part. */
export const sumsOf = ({
  added,
  changed,
  removed,
}: Record<keyof ImportSums, readonly unknown[]>): ImportSums => ({
  added: added.length,
  changed: changed.length,
  removed: removed.length,
});

/** The changed fields of an item as a screen shows them: texts, cut where they are long. */
export function shownFields(
  fields: readonly { readonly field: string; readonly from: unknown; readonly to: unknown }[],
): ShownField[] {
  return fields.map(({ field, from, to }) => ({ field, from: shown(from), to: shown(to) }));
}

/**
 * What tells whether a difference is still the one that was shown: equal prints, equal differences, to the last letter.
 *
 * @param rest what is shown beside it
 */
export function printOf<Current, Incoming>(
  { added, changed, removed }: Difference<Current, Incoming>,
  key: (item: Current | Incoming) => string,
  rest: readonly unknown[] = [],
): string {
  const told = [
    added.map(key),
    changed.map(({ before, fields }) => [key(before), fields]),
    removed.map(key),
    ...rest,
  ];
  return createHash('sha256').update(JSON.stringify(told)).digest('base64url');
}

function shown(value: unknown): string {
  const text = Array.isArray(value) ? value.join(', ') : String(value ?? '');
  const characters = [...text.slice(0, 2 * longest + 2)];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : text;
}
