import { type Domains, slotsOf } from '../model/domains.ts';

/** An odd ring of firms whose meetings have only the same two slots. */
export interface OddRing {
  readonly meetings: readonly number[];
  readonly slots: readonly [number, number];
}

/**
 * Meetings that have only two slots left, the same ones, take them in turn around a ring of firms; around an odd ring
 * that cannot come out even. The shortest found; null when there is none.
 */
export function findOddRing(domains: Domains, meetings: readonly number[]): OddRing | null {
  const byPair = new Map<string, { slots: [number, number]; meetings: number[] }>();
  for (const row of meetings) {
    const slots = slotsOf(domains.meeting, row, domains.words);
    if (slots.length !== 2) continue;
    const key = slots.join();
    const group = byPair.get(key) ?? { slots: [slots[0]!, slots[1]!], meetings: [] };
    group.meetings.push(row);
    byPair.set(key, group);
  }
  let shortest: OddRing | null = null;
  for (const { slots, meetings: group } of byPair.values()) {
    const ring = oddRingOf(domains, group);
    if (ring && (!shortest || ring.length < shortest.meetings.length)) shortest = { meetings: ring, slots };
  }
  return shortest;
}

function oddRingOf({ a, b }: Domains, meetings: readonly number[]): number[] | null {
  const around = new Map<number, number[]>();
  for (const row of meetings) {
    for (const firm of [a[row]!, b[row]!]) around.set(firm, [...(around.get(firm) ?? []), row]);
  }
  const reachedBy = new Map<number, number>();
  const depth = new Map<number, number>();
  for (const root of around.keys()) {
    if (depth.has(root)) continue;
    depth.set(root, 0);
    const queue = [root];
    for (let at = 0; at < queue.length; at += 1) {
      const firm = queue[at]!;
      for (const row of around.get(firm)!) {
        if (reachedBy.get(firm) === row) continue;
        const other = a[row] === firm ? b[row]! : a[row]!;
        if (!depth.has(other)) {
          depth.set(other, depth.get(firm)! + 1);
          reachedBy.set(other, row);
          queue.push(other);
        } else if ((depth.get(other)! - depth.get(firm)!) % 2 === 0) {
          return ring({ a, b }, row, reachedBy);
        }
      }
    }
  }
  return null;
}

/** The ring that a meeting closes: its two firms' ways back to where they join. */
function ring({ a, b }: Pick<Domains, 'a' | 'b'>, closing: number, reachedBy: Map<number, number>): number[] {
  const wayBack = (from: number) => {
    const way: number[] = [];
    for (let firm = from, row = reachedBy.get(firm); row !== undefined; row = reachedBy.get(firm)) {
      way.push(row);
      firm = a[row] === firm ? b[row]! : a[row]!;
    }
    return way;
  };
  const one = wayBack(a[closing]!);
  const other = wayBack(b[closing]!);
  while (one.length > 0 && other.length > 0 && one.at(-1) === other.at(-1)) {
    one.pop();
    other.pop();
  }
  return [closing, ...one, ...other];
}
