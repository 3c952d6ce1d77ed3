/** A field that an import would change, as it is and as it would be. */
export interface FieldChange {
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** What an import would do to a list, before anything is done. */
export interface Difference<Current, Incoming> {
  readonly added: readonly Incoming[];
  readonly changed: readonly {
    readonly before: Current;
    readonly after: Incoming;
    readonly fields: readonly FieldChange[];
  }[];
  readonly removed: readonly Current[];
  readonly unchanged: number;
  /** Items of the import that an earlier one with the same key leaves out. */
  readonly duplicates: readonly Incoming[];
  /** Whether it removes so much that it waits until somebody confirms the number. */
  readonly held: boolean;
}

/** How two lists are compared. */
export interface Comparison<Current, Incoming> {
  readonly currentKey: (item: Current) => string;
  readonly incomingKey: (item: Incoming) => string;
  /** The fields in which an item would change. */
  readonly fieldsChanged: (before: Current, after: Incoming) => readonly FieldChange[];
}

/** The difference between a list and the import that would replace it, each in the order of its own list. */
export function differenceOf<Current, Incoming>(
  current: readonly Current[],
  incoming: readonly Incoming[],
  { currentKey, incomingKey, fieldsChanged }: Comparison<Current, Incoming>,
): Difference<Current, Incoming> {
  const before = new Map(current.map((item) => [currentKey(item), item]));
  const after = new Map<string, Incoming>();
  const duplicates: Incoming[] = [];
  for (const item of incoming) {
    if (after.has(incomingKey(item))) duplicates.push(item);
    else after.set(incomingKey(item), item);
  }
  const added = [...after].filter(([key]) => !before.has(key)).map(([, item]) => item);
  const kept = current.flatMap((item) => {
    const match = after.get(currentKey(item));
    return match === undefined ? [] : [{ before: item, after: match, fields: fieldsChanged(item, match) }];
  });
  const removed = current.filter((item) => !after.has(currentKey(item)));
  const changed = kept.filter(({ fields }) => fields.length > 0);
  return {
    added,
    changed,
    removed,
    unchanged: kept.length - changed.length,
    duplicates,
    held: holdsRemovals(removed.length, current.length),
  };
}

/** Whether removals wait for confirmation: more than 20, or more than 5 % of what is there. */
export function holdsRemovals(removed: number, current: number): boolean {
  return removed > 20 || removed * 20 > current;
}

/**
 * The fields in which two objects differ, among those named. Lists count as equal when they hold the same in the same
 * order.
 */
export function changesAmong<T extends object>(
  fields: readonly (keyof T & string)[],
  before: T,
  after: T,
): FieldChange[] {
  return fields
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => ({ field, from: before[field], to: after[field] }));
}
