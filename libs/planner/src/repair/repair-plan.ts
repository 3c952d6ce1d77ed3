import type { PlanInstance } from '../instance/instance.ts';
import { plan, type PlanOptions } from '../plan/plan.ts';
import type { Placement, Plan } from '../plan/plan-result.ts';
import { applyEvents } from './apply-events.ts';
import type { RepairEvent } from './repair-event.ts';

/** A meeting that takes place at another time than published. */
export interface Move {
  readonly meeting: string;
  readonly from: number;
  readonly to: number;
}

/** A new plan after events, and what it changes for whom. */
export interface Repair {
  /** The instance as the events leave it; the plan's placements follow its meetings. */
  readonly instance: PlanInstance;
  readonly plan: Plan;
  readonly moved: readonly Move[];
  /** Published meetings that the events themselves ended. */
  readonly cancelled: readonly string[];
  /** Published meetings that still exist but find no place any more. */
  readonly dropped: readonly string[];
  /** Meetings held now that were not published. */
  readonly added: readonly string[];
  /** Firms that must be told of something. */
  readonly touched: readonly string[];
}

/** How a repair is searched. */
export interface RepairOptions extends Pick<
  PlanOptions,
  'seed' | 'iterations' | 'shouldStop' | 'onProgress'
> {
  readonly lane?: number;
  /** Slots before this one are past: what was held there stays as it was. */
  readonly from?: number;
  /** What a move costs, in breaks: 4 moves only what must, 0.25 moves one meeting to spare somebody a quarter of a break. */
  readonly stay?: number;
}

/** What a move costs when nobody says: rather four breaks more than one meeting moved. */
export const dearStay = 4;

/**
 * A new plan for what is left after events, with as few meetings moved as can be found. What the events make impossible
 * is left out and explained, as in a plan.
 */
export function repairPlan(
  instance: PlanInstance,
  published: readonly (Placement | null)[],
  { events, ...options }: RepairOptions & { readonly events: readonly RepairEvent[] },
): Repair {
  const after = applyEvents(instance, published, events);
  const { from = 0, stay = dearStay, ...search } = options;
  const pinned = pinPast(after.instance, after.published, from);
  const answer = plan(pinned, { ...search, start: after.published, stay, asManyAsPossible: true });
  if (answer.status !== 'plan')
    throw new Error('A repair plans as many as possible and is never infeasible.');
  return {
    instance: after.instance,
    plan: answer,
    cancelled: after.cancelled,
    ...difference(instance, after, answer),
  };
}

function pinPast(
  instance: PlanInstance,
  published: readonly (Placement | null)[],
  from: number,
): PlanInstance {
  if (from === 0) return instance;
  const isPast = (row: number) => (published[row]?.slot ?? Infinity) < from;
  const past = Array.from({ length: from }, (_, slot) => slot);
  return {
    ...instance,
    // The past is closed to whatever was not held in it.
    sessions: [...instance.sessions, { id: '\nstill to come', from, to: instance.slots }],
    meetings: instance.meetings.map((meeting, row) => {
      if (isPast(row)) return { ...meeting, fixed: published[row]!.slot };
      return meeting.within === null ? { ...meeting, within: '\nstill to come' } : meeting;
    }),
    tables: instance.tables.map((group) => ({
      ...group,
      count: group.count.map((count, slot) =>
        past.includes(slot) ? pastTables(group.id, slot, published) : count,
      ),
    })),
  };
}

/** As many tables as were used in a past slot, up to the last one used. */
function pastTables(place: string, slot: number, published: readonly (Placement | null)[]): number {
  return published.reduce(
    (most, one) => (one && one.place === place && one.slot === slot ? Math.max(most, one.table + 1) : most),
    0,
  );
}

function difference(
  before: PlanInstance,
  { instance, published, cancelled }: ReturnType<typeof applyEvents>,
  { placements }: Plan,
): Pick<Repair, 'moved' | 'dropped' | 'added' | 'touched'> {
  const moved: Move[] = [];
  const dropped: string[] = [];
  const added: string[] = [];
  const touched = new Set<string>();
  const firmsOf = new Map(before.meetings.map(({ id, firms }) => [id, firms]));
  for (const id of cancelled) for (const firm of firmsOf.get(id) ?? []) touched.add(firm);
  instance.meetings.forEach(({ id, firms }, row) => {
    const was = published[row] ?? null;
    const is = placements[row] ?? null;
    if (was && is && was.slot !== is.slot) moved.push({ meeting: id, from: was.slot, to: is.slot });
    else if (was && !is) dropped.push(id);
    else if (!was && is) added.push(id);
    else return;
    for (const firm of firms) touched.add(firm);
  });
  return { moved, dropped, added, touched: [...touched].sort() };
}
