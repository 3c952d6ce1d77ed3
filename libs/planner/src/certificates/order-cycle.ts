import type { Domains } from '../model/domains.ts';

/** The shortest ring of meetings each after another, among those that count; null when orders form none. */
export function findOrderCycle(domains: Domains, counts: (meeting: number) => boolean): number[] | null {
  const total = domains.a.length;
  const next: number[][] = Array.from({ length: total }, () => []);
  const waiting = new Int32Array(total);
  domains.earlier.forEach((first, order) => {
    const then = domains.later[order]!;
    if (!counts(first) || !counts(then)) return;
    next[first]!.push(then);
    waiting[then]! += 1;
  });
  const ready: number[] = [];
  for (let row = 0; row < total; row += 1) if (waiting[row] === 0) ready.push(row);
  for (let at = 0; at < ready.length; at += 1) {
    for (const then of next[ready[at]!]!) if ((waiting[then]! -= 1) === 0) ready.push(then);
  }
  const rest = Array.from({ length: total }, (_, row) => row).filter((row) => waiting[row]! > 0);
  let shortest: number[] | null = null;
  // A ring is found from any of its meetings; a few hundred starts find the shortest in all but vast knots.
  for (const start of rest.slice(0, 200)) {
    const ring = ringFrom(start, next);
    if (ring && (!shortest || ring.length < shortest.length)) shortest = ring;
    if (shortest?.length === 1) break;
  }
  return shortest ?? (rest.length > 0 ? rest : null);
}

function ringFrom(start: number, next: readonly number[][]): number[] | null {
  const before = new Map<number, number>([[start, -1]]);
  const queue = [start];
  for (let at = 0; at < queue.length; at += 1) {
    const row = queue[at]!;
    for (const then of next[row]!) {
      if (then === start) {
        const ring: number[] = [];
        for (let one = row; one !== -1; one = before.get(one)!) ring.push(one);
        return ring.reverse();
      }
      if (before.has(then)) continue;
      before.set(then, row);
      queue.push(then);
    }
  }
  return null;
}
