/** A meeting as it stands in a plan. Slots count from 0. */
export interface PlannedMeeting {
  readonly id: string;
  readonly firms: readonly [string, string];
  readonly slot: number;
  readonly table: string;
}

/** What changes for one firm from one plan to another. */
export interface FirmChange {
  readonly firmId: string;
  /** Partners that only the later plan has. */
  readonly gained: readonly string[];
  /** Partners that only the earlier plan has. */
  readonly lost: readonly string[];
  /** Partners met in another slot than before. */
  readonly moved: readonly string[];
  /** Gaps between first and last meeting, before and after. */
  readonly breaks: readonly [before: number, after: number];
}

/**
 * Who gains and who loses from one plan to another: every firm for which something differs, those that lose most first,
 * then by id. A firm that only changes its table is not among them.
 *
 * @param dayOf the day of a slot; nobody waits from one day to the next
 */
export function comparePlans(
  before: readonly PlannedMeeting[],
  after: readonly PlannedMeeting[],
  dayOf: (slot: number) => number,
): FirmChange[] {
  const [earlier, later] = [byFirm(before), byFirm(after)];
  const firms = [...new Set([...earlier.keys(), ...later.keys()])].sort();
  return firms
    .flatMap((firmId): FirmChange[] => {
      const [old, now] = [earlier.get(firmId) ?? new Map(), later.get(firmId) ?? new Map()];
      const change = {
        firmId,
        gained: [...now.keys()].filter((partner) => !old.has(partner)).sort(),
        lost: [...old.keys()].filter((partner) => !now.has(partner)).sort(),
        moved: [...now].flatMap(([partner, slot]) =>
          old.has(partner) && old.get(partner) !== slot ? [partner] : [],
        ),
        breaks: [breaksOf([...old.values()], dayOf), breaksOf([...now.values()], dayOf)] as const,
      };
      const differs = change.gained.length + change.lost.length + change.moved.length > 0;
      return differs || change.breaks[0] !== change.breaks[1] ? [change] : [];
    })
    .sort((one, other) => balance(one) - balance(other) || (one.firmId < other.firmId ? -1 : 1));
}

const balance = ({ gained, lost, breaks }: FirmChange) =>
  gained.length - lost.length + (breaks[0] - breaks[1]) / 100;

function byFirm(meetings: readonly PlannedMeeting[]): Map<string, Map<string, number>> {
  const firms = new Map<string, Map<string, number>>();
  for (const {
    firms: [a, b],
    slot,
  } of meetings) {
    for (const [firm, partner] of [
      [a, b],
      [b, a],
    ] as const) {
      firms.set(firm, (firms.get(firm) ?? new Map<string, number>()).set(partner, slot));
    }
  }
  return firms;
}

/** How many gaps there are between the first and the last slot of each day (Bofill et al., JAIR 74, 2022). */
export function breaksOf(slots: readonly number[], dayOf: (slot: number) => number): number {
  const sorted = [...slots].sort((a, b) => a - b);
  return sorted.filter((slot, i) => {
    const last = sorted[i - 1];
    return last !== undefined && slot > last + 1 && dayOf(slot) === dayOf(last);
  }).length;
}
