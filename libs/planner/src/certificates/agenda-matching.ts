import { type Domains, nextSlot } from '../model/domains.ts';

/** Meetings of one firm that share too few slots: one more than the slots that any of them may take. */
export interface AgendaShort {
  readonly meetings: readonly number[];
  readonly slots: readonly number[];
}

/**
 * Whether a firm's meetings find a slot each, by augmenting paths (Kuhn 1955); if not, the smallest set met that does
 * not (Hall 1935).
 */
export function matchAgenda(domains: Domains, meetings: readonly number[]): AgendaShort | null {
  const { words, meeting: sets } = domains;
  const holder = new Map<number, number>();
  let shortest: AgendaShort | null = null;
  for (const meeting of meetings) {
    const reached = new Set<number>();
    const tried = new Set<number>([meeting]);
    const augment = (row: number): boolean => {
      for (let slot = nextSlot(sets, row, words, 0); slot >= 0; slot = nextSlot(sets, row, words, slot + 1)) {
        if (reached.has(slot)) continue;
        reached.add(slot);
        const other = holder.get(slot);
        if (other !== undefined) tried.add(other);
        if (other === undefined || augment(other)) {
          holder.set(slot, row);
          return true;
        }
      }
      return false;
    };
    if (augment(meeting)) continue;
    if (!shortest || tried.size < shortest.meetings.length) {
      shortest = { meetings: [...tried].sort((x, y) => x - y), slots: [...reached].sort((x, y) => x - y) };
    }
  }
  return shortest;
}
