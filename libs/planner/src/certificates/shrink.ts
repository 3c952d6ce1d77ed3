/**
 * A smallest set that still conflicts, in the sense that without any one of its items it does not (Junker, "QuickXplain",
 * AAAI 2004). Gives up and returns what it has when `mayAsk` says so.
 */
export function shrink<T>(
  items: readonly T[],
  conflicts: (subset: readonly T[]) => boolean,
  mayAsk: () => boolean = () => true,
): readonly T[] {
  let gaveUp = false;
  const ask = (subset: readonly T[]) => {
    if (!mayAsk()) gaveUp = true;
    return !gaveUp && conflicts(subset);
  };
  const explain = (background: readonly T[], hasNew: boolean, rest: readonly T[]): readonly T[] => {
    if (hasNew && ask(background)) return [];
    if (rest.length <= 1 || gaveUp) return rest;
    const half = rest.length >> 1;
    const one = rest.slice(0, half);
    const other = rest.slice(half);
    const needed = explain([...background, ...one], one.length > 0, other);
    const before = explain([...background, ...needed], needed.length > 0, one);
    return [...before, ...needed];
  };
  const smallest = explain([], false, items);
  return gaveUp ? (conflicts(smallest) ? smallest : items) : smallest;
}
