import type { Taxonomy } from './taxonomy.ts';

/** How near two capabilities are, in percent of the same one. */
export interface Closeness {
  readonly code: string;
  readonly percent: number;
}

/** The same thing; a part or the whole of it; the same in another list. */
export const closenessPercent = { same: 100, partOf: 60, related: 60 } as const;

/**
 * Every capability from which a need could be met, the code itself first, with how near it is: 100 for the same, 60 for
 * its parent, its parts, and what other lists call much the same. Siblings are another thing: who needs radars has no
 * use for sonars. The relation is symmetric.
 */
export function closenessIn(taxonomy: Taxonomy): ReadonlyMap<string, readonly Closeness[]> {
  const near = new Map(taxonomy.capabilities.map(({ code }) => [code, new Map([[code, 100]])]));
  const join = (a: string, b: string, percent: number) => {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const known = near.get(from);
      known?.set(to, Math.max(percent, known.get(to) ?? 0));
    }
  };
  for (const { code, parent, related } of taxonomy.capabilities) {
    if (parent !== null) join(code, parent, closenessPercent.partOf);
    for (const other of related) join(code, other, closenessPercent.related);
  }
  return new Map(
    [...near].map(([code, others]) => [
      code,
      [...others].map(([other, percent]) => ({ code: other, percent })),
    ]),
  );
}
