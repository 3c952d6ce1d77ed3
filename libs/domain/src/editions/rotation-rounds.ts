/** A year and the capital that hosted it. */
export interface Hosting {
  readonly year: number;
  readonly capitalId: string;
}

/**
 * The willing capitals that are due: those that have not hosted in the current round, without those that host a year
 * beside this one. When only the latter are left, the next round opens, so that a year is not lost to them.
 *
 * @param hosted every hosting before this year
 * @param neighbours the hosts of the year before and the year after, as far as known
 */
export function dueCapitals<C extends { readonly id: string; readonly willing: boolean }>(
  capitals: readonly C[],
  hosted: readonly Hosting[],
  neighbours: readonly (string | undefined)[],
): C[] {
  const willing = capitals.filter((capital) => capital.willing);
  const free = willing.filter((capital) => !neighbours.includes(capital.id));
  const served = servedThisRound(willing, hosted);
  const due = free.filter((capital) => !served.has(capital.id));
  return due.length > 0 ? due : free;
}

/** Who has hosted since the current round began. A round ends with the year in which the last willing capital hosts. */
function servedThisRound(
  willing: readonly { readonly id: string }[],
  hosted: readonly Hosting[],
): ReadonlySet<string> {
  let served = new Set<string>();
  for (const { capitalId } of [...hosted].sort((a, b) => a.year - b.year)) {
    served.add(capitalId);
    if (willing.every((capital) => served.has(capital.id))) served = new Set();
  }
  return served;
}
