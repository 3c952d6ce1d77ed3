import type { PlanFirm, PlanInstance, PlanMeeting } from '../instance/instance.ts';
import { Random } from '../search/random.ts';

/** How large an instance is made, and how tight. */
export interface PlantedSize {
  readonly seed: number;
  readonly firms: number;
  readonly slots: number;
  /** Meetings of a firm, on average, as a share of the slots; 0.5 when absent. */
  readonly busy?: number;
  /** Firms with a closed slot amid pinned meetings, each of which must break once. */
  readonly broken?: number;
  /** Tables beyond those that the hidden plan needs in its fullest slot. */
  readonly spareTables?: number;
}

/** An instance with a plan hidden in it that cannot be beaten: every break of that plan is forced. */
export interface Planted {
  readonly instance: PlanInstance;
  /** The breaks of the hidden plan, and of every best one. */
  readonly optimum: number;
  readonly slotOf: readonly number[];
}

/**
 * Hides a plan in an instance: every firm meets others in one run of slots, never the same firm twice; some firms have a
 * closed slot with a pinned meeting on either side of it. The instance is what remains when the slots are forgotten.
 */
export function plantInstance({
  seed,
  firms,
  slots,
  busy = 0.5,
  broken = 0,
  spareTables = 0,
}: PlantedSize): Planted {
  const random = new Random(seed);
  const runs = Array.from({ length: firms }, (_, firm) => {
    const length = Math.max(1, Math.min(slots, Math.round(slots * busy * (0.4 + 1.2 * random.unit()))));
    const from = random.below(slots - length + 1);
    const isBroken = firm < broken && slots >= 5;
    if (!isBroken) return { from, to: from + length, closed: -1 };
    const closed = 2 + random.below(slots - 4);
    return { from: Math.max(0, closed - 2), to: Math.min(slots, closed + 3), closed };
  });
  const held: { a: number; b: number; slot: number }[] = [];
  const met = new Set<number>();
  const last = new Int32Array(firms).fill(-1);
  for (let slot = 0; slot < slots; slot += 1) {
    const free = runs.flatMap(({ from, to, closed }, firm) =>
      slot >= from && slot < to && slot !== closed ? [firm] : [],
    );
    shuffle(free, random);
    while (free.length > 0) {
      const a = free.pop()!;
      const at = free.findIndex((b) => !met.has(a * firms + b));
      if (at < 0) {
        const run = runs[a]!;
        // Nobody is left for this firm: its run begins later, or has ended.
        if (last[a]! < 0) run.from = slot + 1;
        else run.to = slot;
        continue;
      }
      const [b] = free.splice(at, 1) as [number];
      met.add(a * firms + b).add(b * firms + a);
      last[a] = slot;
      last[b] = slot;
      held.push({ a, b, slot });
    }
  }
  shuffle(held, random);
  const around = new Set<number>();
  let optimum = 0;
  runs.forEach(({ closed }, firm) => {
    if (closed < 0) return;
    const before = held.findIndex(({ a, b, slot }) => (a === firm || b === firm) && slot === closed - 1);
    const after = held.findIndex(({ a, b, slot }) => (a === firm || b === firm) && slot === closed + 1);
    const isSplit = held.some(({ a, b, slot }) => (a === firm || b === firm) && slot < closed);
    const goesOn = held.some(({ a, b, slot }) => (a === firm || b === firm) && slot > closed);
    if (before >= 0 && after >= 0) {
      around.add(before).add(after);
      optimum += 1;
    } else if (isSplit && goesOn) {
      optimum = Infinity;
    }
  });
  // A break that nothing forces would leave the optimum unknown: the next seed is tried.
  if (optimum === Infinity)
    return plantInstance({ seed: seed + 1_000_003, firms, slots, busy, broken, spareTables });
  const load = new Int32Array(slots);
  for (const { slot } of held) load[slot]! += 1;
  const count = Math.max(1, ...load) + spareTables;
  return {
    instance: instanceOf({
      slots,
      count,
      firms: runs.map(({ closed }, index) => plainFirm(String(index), closed < 0 ? [] : [closed])),
      meetings: held.map(({ a, b, slot }, index) =>
        plainMeeting(String(index), [String(a), String(b)], around.has(index) ? slot : null),
      ),
    }),
    optimum,
    slotOf: held.map(({ slot }) => slot),
  };
}

function shuffle(items: unknown[], random: Random): void {
  for (let n = items.length - 1; n > 0; n -= 1) {
    const other = random.below(n + 1);
    [items[n], items[other]] = [items[other], items[n]];
  }
}

/** A firm of one team that asks for nothing special. */
export function plainFirm(id: string, forbidden: readonly number[] = []): PlanFirm {
  const team = {
    id,
    capabilities: [],
    languages: [],
    forbidden: [],
    mostInARow: null,
    rank: null,
    size: null,
  };
  return { id, company: id, forbidden, floor: 0, preferred: [], teams: [team] };
}

/** A mandatory meeting that asks for nothing special. */
export function plainMeeting(
  id: string,
  firms: readonly [string, string],
  fixed: number | null = null,
): PlanMeeting {
  return {
    id,
    firms,
    priority: 1,
    optional: false,
    weight: 9,
    within: null,
    fixed,
    after: [],
    capability: null,
    language: null,
    withoutInterpreter: false,
    tables: null,
    preferred: [],
    protocol: null,
  };
}

/** An instance of one day and one group of tables. */
export function instanceOf({
  slots,
  count,
  firms,
  meetings,
}: {
  readonly slots: number;
  readonly count: number;
  readonly firms: readonly PlanFirm[];
  readonly meetings: readonly PlanMeeting[];
}): PlanInstance {
  return {
    name: 'made',
    slots,
    days: [{ id: 'all', from: 0, to: slots }],
    sessions: [],
    walks: [],
    tables: [{ id: 'hall', zone: 'hall', count: Array<number>(slots).fill(count), host: null }],
    firms,
    interpreters: [],
    meetings,
    rules: { fairness: 2, mostInARow: null, ownCompany: true, again: true },
  };
}
