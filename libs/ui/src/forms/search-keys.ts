/** What a key does to a list of hits. */
export interface SearchStep {
  /** The hit that is marked, from 0. */
  active: number;
  /** The hit that is chosen by the key; null for none. */
  chosen: number | null;
  /** The key is spent: neither a form nor the field sees it. */
  isSpent: boolean;
}

/**
 * The list box pattern of WAI-ARIA: arrows mark a hit, Enter chooses the marked one. Enter is always spent, since a
 * search is no answer and must not send the form that it stands in.
 *
 * @param count how many hits are listed
 * @param isComposing whether the key belongs to an input method, which writes Hangul, Kana or Han with it
 */
export function searchStep(key: string, active: number, count: number, isComposing: boolean): SearchStep {
  const marked = Math.min(active, Math.max(0, count - 1));
  const rest: SearchStep = { active: marked, chosen: null, isSpent: false };
  if (isComposing) return rest;
  if (key === 'Enter') return { ...rest, chosen: count > 0 ? marked : null, isSpent: true };
  if (count === 0) return rest;
  if (key === 'ArrowDown') return { ...rest, active: (marked + 1) % count, isSpent: true };
  if (key === 'ArrowUp') return { ...rest, active: (marked + count - 1) % count, isSpent: true };
  return rest;
}
