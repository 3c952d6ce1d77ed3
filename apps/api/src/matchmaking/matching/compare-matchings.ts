import type { EditionMatching } from './matcher.service.ts';

/** Whether both suggest the same to every firm. */
export const suggestSame = (one: EditionMatching, other: EditionMatching): boolean =>
  one.lists.size === other.lists.size &&
  [...one.lists].every(([firmId, list]) => other.lists.get(firmId) === list);

/** What both suggest, as the earlier one tells it. */
export const commonTo = (earlier: EditionMatching, later: EditionMatching): EditionMatching => ({
  ...earlier,
  suggestions: (firmId) => {
    const still = new Set(later.suggestions(firmId).map((one) => one.firmId));
    return earlier.suggestions(firmId).filter((one) => still.has(one.firmId));
  },
});
