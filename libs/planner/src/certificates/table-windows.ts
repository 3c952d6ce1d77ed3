import { type Domains, lastSlot, nextSlot } from '../model/domains.ts';

/** A window of slots `[from, to]` to which more meetings are confined than there are tables in it. */
export interface TablesShort {
  readonly from: number;
  readonly to: number;
  readonly tables: number;
  readonly meetings: readonly number[];
}

/** The shortest window of slots with fewer tables than meetings that must lie in it; null when there is none. */
export function findShortWindow(
  domains: Domains,
  meetings: readonly number[],
  tables: readonly number[],
): TablesShort | null {
  const slots = tables.length;
  const first = meetings.map((row) => nextSlot(domains.meeting, row, domains.words, 0));
  const last = meetings.map((row) => lastSlot(domains.meeting, row, domains.words));
  const ending = Array.from({ length: slots }, () => new Int32Array(slots));
  meetings.forEach((_, n) => {
    if (first[n]! >= 0) ending[first[n]!]![last[n]!]! += 1;
  });
  let found: { from: number; to: number; tables: number } | null = null;
  const within = new Int32Array(slots);
  for (let from = slots - 1; from >= 0; from -= 1) {
    let room = 0;
    let starting = 0;
    for (let to = from; to < slots; to += 1) {
      room += tables[to]!;
      starting += ending[from]![to]!;
      within[to]! += starting;
      if (within[to]! > room && (!found || to - from < found.to - found.from))
        found = { from, to, tables: room };
    }
  }
  if (!found) return null;
  const { from, to } = found;
  return { ...found, meetings: meetings.filter((_, n) => first[n]! >= from && last[n]! <= to) };
}
