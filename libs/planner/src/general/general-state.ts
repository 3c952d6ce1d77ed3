import type { GeneralModel } from './general-model.ts';
import { LeftOutList } from './left-out-list.ts';

/** One way to hold a meeting: which of its pairings, when, where, with whom to interpret (-1 nobody). */
export interface Choice {
  readonly pairing: number;
  readonly slot: number;
  readonly place: number;
  readonly interpreter: number;
}

/** What an agenda costs, in breaks, beside the breaks. */
const idleCost = 0.05;
const unfairCost = 2;
const floorCost = 0.3;
/** A meeting is rather moved than robbed of its interpreter, but one that has none yet is not moved to get one. */
const uninterpretedCost = { robbed: 8, asBefore: 1 } as const;
const otherInterpreterCost = 0.5;

/** The plan that is repaired, by meeting, -1 for none, and the price of a move from it. */
export interface Home {
  readonly slotOf: Int32Array;
  readonly interpreterOf: Int32Array;
  readonly stay: number;
}

// Names of this module, because globals are slow to read in the contexts that tests run in.
const { max } = Math;
const unlimited = Infinity;

/** A plan with teams, places and interpreters while it is searched. Whatever is placed honours every rule, always. */
export class GeneralState {
  readonly model: GeneralModel;
  readonly choice: (Choice | null)[];
  readonly out: LeftOutList;
  readonly teamAt: Int32Array[];
  private readonly interpreterAt: Int32Array[];
  private readonly members: number[][];
  private readonly teamCost: Float64Array;
  private readonly heldOf: Int32Array;
  home: Home | null = null;
  cost = 0;

  constructor(model: GeneralModel) {
    this.model = model;
    this.choice = model.meetings.map(() => null);
    this.out = new LeftOutList(model.meetings.length);
    this.teamAt = model.teamFirm.map(() => new Int32Array(model.slots).fill(-1));
    this.interpreterAt = model.interpreterRow.map(() => new Int32Array(model.slots).fill(-1));
    this.members = Array.from({ length: model.instance.tables.length * model.slots }, () => []);
    this.teamCost = new Float64Array(model.teamFirm.length);
    this.heldOf = new Int32Array(model.instance.firms.length);
    for (const { weight } of model.meetings) this.cost += weight;
    for (const { floor } of model.instance.firms) this.cost += floorCost * floor;
  }

  /** The meetings that must give way for a choice; null when the choice is not possible at all. */
  inTheWay(meeting: number, choice: Choice, random: (count: number) => number): Set<number> | null {
    const { model } = this;
    const { pairings, before, after, rivals } = model.meetings[meeting]!;
    const { slot, place, interpreter } = choice;
    const { teams } = pairings[choice.pairing]!;
    if (model.instance.tables[place]!.count[slot]! === 0) return null;
    if (teams.some((team) => model.teamOpen[team]![slot] === 0)) return null;
    if (interpreter >= 0 && model.interpreterOpen[interpreter]![slot] === 0) return null;
    const found = new Set<number>();
    for (const team of teams) {
      const row = this.teamAt[team]!;
      if (row[slot]! >= 0) found.add(row[slot]!);
      this.nearby(meeting, { row, slot, place }, found);
      tooMany(row, slot, model.teamRow[team]!, model.dayOf, found);
    }
    if (interpreter >= 0) {
      const row = this.interpreterAt[interpreter]!;
      if (row[slot]! >= 0) found.add(row[slot]!);
      tooMany(row, slot, model.interpreterRow[interpreter]!, model.dayOf, found);
    }
    for (const other of before) if (this.slotOf(other) >= slot) found.add(other);
    for (const other of after) if (this.choice[other] && this.slotOf(other) <= slot) found.add(other);
    for (const other of rivals) if (this.choice[other]) found.add(other);
    if (this.isFull(place, slot)) {
      const here = this.members[place * model.slots + slot]!;
      const staying = here.filter((other) => !found.has(other));
      if (staying.length >= model.instance.tables[place]!.count[slot]!) {
        found.add(staying[random(staying.length)]!);
      }
    }
    found.delete(meeting);
    return found;
  }

  /** Whether all tables of a place are taken in a slot. */
  isFull(place: number, slot: number): boolean {
    return (
      this.members[place * this.model.slots + slot]!.length >= this.model.instance.tables[place]!.count[slot]!
    );
  }

  /** Meetings of a team too near for the walk between the places, or for the buffers of protocol. */
  private nearby(
    meeting: number,
    { row, slot, place }: { row: Int32Array; slot: number; place: number },
    found: Set<number>,
  ): void {
    const { model } = this;
    const reach = max(model.longestWalk, model.longestBuffer);
    for (let distance = 1; distance <= reach; distance += 1) {
      for (const at of [slot - distance, slot + distance]) {
        if (at < 0 || at >= model.slots || model.dayOf[at] !== model.dayOf[slot]) continue;
        const other = row[at]!;
        if (other < 0) continue;
        const buffer = max(model.meetings[meeting]!.buffer, model.meetings[other]!.buffer);
        const walk = model.walk[place]![this.choice[other]!.place]!;
        if (buffer >= distance || walk >= distance) found.add(other);
      }
    }
  }

  /** The slot of a meeting; -1 when it is left out. */
  slotOf(meeting: number): number {
    return this.choice[meeting]?.slot ?? -1;
  }

  /** Places a meeting for which nothing stands in the way. */
  place(meeting: number, choice: Choice): void {
    const { weight, pairings } = this.model.meetings[meeting]!;
    this.choice[meeting] = choice;
    this.out.remove(meeting);
    this.cost -= weight;
    this.cost += this.choiceCost(meeting, choice);
    this.members[choice.place * this.model.slots + choice.slot]!.push(meeting);
    if (choice.interpreter >= 0) this.interpreterAt[choice.interpreter]![choice.slot] = meeting;
    for (const team of pairings[choice.pairing]!.teams) {
      this.teamAt[team]![choice.slot] = meeting;
      this.recost(team);
    }
    this.count(meeting, 1);
  }

  /** Leaves a placed meeting out. */
  remove(meeting: number): void {
    const { weight, pairings } = this.model.meetings[meeting]!;
    const choice = this.choice[meeting]!;
    this.choice[meeting] = null;
    this.out.add(meeting);
    this.cost += weight;
    this.cost -= this.choiceCost(meeting, choice);
    const here = this.members[choice.place * this.model.slots + choice.slot]!;
    here.splice(here.indexOf(meeting), 1);
    if (choice.interpreter >= 0) this.interpreterAt[choice.interpreter]![choice.slot] = -1;
    for (const team of pairings[choice.pairing]!.teams) {
      this.teamAt[team]![choice.slot] = -1;
      this.recost(team);
    }
    this.count(meeting, -1);
  }

  private choiceCost(meeting: number, choice: Choice): number {
    const { slot, interpreter } = choice;
    const at = this.home?.slotOf[meeting] ?? -1;
    const by = this.home?.interpreterOf[meeting] ?? -1;
    let cost = this.model.dislike(meeting, slot);
    if (at >= 0 && at !== slot) cost += this.home!.stay;
    if (interpreter < 0) return cost + this.lackCost(meeting, choice, at >= 0 && by < 0);
    return by >= 0 && by !== interpreter ? cost + otherInterpreterCost : cost;
  }

  private lackCost(meeting: number, { pairing }: Choice, isAsBefore: boolean): number {
    if (this.model.meetings[meeting]!.pairings[pairing]!.interpreters === null) return 0;
    return isAsBefore ? uninterpretedCost.asBefore : uninterpretedCost.robbed;
  }

  private count(meeting: number, by: number): void {
    for (const firm of this.model.meetings[meeting]!.firms) {
      const { floor } = this.model.instance.firms[firm]!;
      const missing = (held: number) => floorCost * max(0, floor - held);
      this.cost += missing(this.heldOf[firm]! + by) - missing(this.heldOf[firm]!);
      this.heldOf[firm]! += by;
    }
  }

  private recost(team: number): void {
    const { breaks, idle } = agendaOf(this.teamAt[team]!, this.model.days);
    const unfair = max(0, breaks - (this.model.instance.rules.fairness ?? unlimited));
    const cost = breaks + unfairCost * unfair + idleCost * idle;
    this.cost += cost - this.teamCost[team]!;
    this.teamCost[team] = cost;
  }

  /** Whether a team waits between meetings. */
  isWaiting(team: number): boolean {
    return this.teamCost[team]! > 0;
  }
}

/** Breaks and idle slots of a team, counted day by day. */
export function agendaOf(
  row: Int32Array,
  days: readonly { readonly from: number; readonly to: number }[],
): { breaks: number; idle: number } {
  let breaks = 0;
  let idle = 0;
  for (const { from, to } of days) {
    let last = -1;
    for (let slot = from; slot < to; slot += 1) {
      if (row[slot]! < 0) continue;
      if (last >= 0 && slot - last > 1) {
        breaks += 1;
        idle += slot - last - 1;
      }
      last = slot;
    }
  }
  return { breaks, idle };
}

/** Adds the meetings that must give way so that a run through `slot` is not longer than `most`. */
function tooMany(row: Int32Array, slot: number, most: number, dayOf: Int32Array, found: Set<number>): void {
  if (most === Infinity) return;
  const isBusy = (at: number) =>
    at >= 0 && at < row.length && dayOf[at] === dayOf[slot] && row[at]! >= 0 && !found.has(row[at]!);
  let right = 0;
  while (isBusy(slot + right + 1)) right += 1;
  if (right > most - 1) {
    found.add(row[slot + most]!);
    right = most - 1;
  }
  let left = 0;
  while (isBusy(slot - left - 1)) left += 1;
  const keep = most - 1 - right;
  if (left > keep) found.add(row[slot - keep - 1]!);
}
