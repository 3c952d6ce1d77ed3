import { nobody } from '../model/pairings.ts';
import { Random } from '../search/random.ts';
import { repairRounds, warmth } from '../search/repair-rounds.ts';
import type { GeneralModel } from './general-model.ts';
import { type Choice, GeneralState, type Home } from './general-state.ts';

/** How long a general search goes on, and what it begins with. */
export interface GeneralBudget {
  readonly seed: number;
  readonly iterations: number;
  /** The iterations that it is cooled for. */
  readonly planned: number;
  readonly lane: number;
  readonly shouldStop?: ((iterations: number) => boolean) | undefined;
  readonly onBetter?: ((search: GeneralSearch, iterations: number) => void) | undefined;
  readonly isProven: (search: GeneralSearch, iterations: number) => boolean;
  /** The choices to begin with, place -1 for any; those that a rule forbids are left out and settled anew. */
  readonly start?: readonly (Choice | null)[] | undefined;
  readonly home?: Home | undefined;
}

/** One general iteration weighs a whole choice with all that gives way for it; a chain of the quick search is far less. */
export const generalStep = 16;

/** Where every cooling ends. */
const cold = 0.08;

const manyMeetings = 5_000;
/** How many chunks of a search of many meetings go by until its best plan is copied. */
const keptEvery = 32;

/** Searches by moving one meeting to another slot, team or place, with whatever stands in its way settled elsewhere. */
export class GeneralSearch {
  readonly state: GeneralState;
  private readonly random: Random;
  best: (Choice | null)[];
  bestCost = Infinity;
  /** Whether every better plan is kept at once: of a large hall only now and then, because each copy takes time. */
  private readonly isEager: boolean;
  private log: { meeting: number; choice: Choice | null }[] = [];

  constructor(model: GeneralModel, random: Random) {
    this.state = new GeneralState(model);
    this.random = random;
    this.best = model.meetings.map(() => null);
    this.isEager = model.meetings.length < manyMeetings;
  }

  private readonly draw = (count: number) => this.random.below(count);

  keepBest(): void {
    if (this.state.cost >= this.bestCost - 1e-9) return;
    this.bestCost = this.state.cost;
    this.best = [...this.state.choice];
  }

  /** Goes back to the best plan. */
  restoreBest(): void {
    const { state } = this;
    state.choice.forEach((choice, meeting) => {
      if (choice && choice !== this.best[meeting]) state.remove(meeting);
    });
    this.best.forEach((choice, meeting) => {
      if (choice && !state.choice[meeting]) state.place(meeting, choice);
    });
  }

  /** Begins with given choices, as far as rules allow, and settles the rest, the most constrained first. */
  begin(start: readonly (Choice | null)[] | undefined): void {
    const { meetings } = this.state.model;
    const given = (start ?? []).flatMap((choice, meeting) => {
      const { slots, pairings } = meetings[meeting]!;
      const pairing = pairings[choice?.pairing ?? -1];
      if (!choice || !pairing || !slots.includes(choice.slot)) return [];
      const interpreter = pairing.interpreters === null ? nobody : choice.interpreter;
      return [{ meeting, choice: { ...choice, interpreter } }];
    });
    // Those that may stay as they are come first, so that nobody else is given their table or interpreter.
    for (const { meeting, choice } of given)
      if (choice.place >= 0 && this.isPossible(meeting, choice)) this.state.place(meeting, choice);
    for (const { meeting, choice } of given) {
      if (this.state.choice[meeting]) continue;
      const possible = this.freeChoice(meeting, { ...choice, places: meetings[meeting]!.places });
      if (possible) this.state.place(meeting, possible);
    }
    const keyed = [...this.state.out.all()].map((meeting) => {
      const { slots, pairings, weight } = meetings[meeting]!;
      return { meeting, key: slots.length * Math.min(4, pairings.length) - 100 * weight };
    });
    keyed.sort((one, other) => one.key - other.key || one.meeting - other.meeting);
    for (const { meeting } of keyed) this.settle(meeting);
    this.keepBest();
  }

  private isPossible(meeting: number, choice: Choice): boolean {
    const { places, pairings } = this.state.model.meetings[meeting]!;
    const { interpreters } = pairings[choice.pairing]!;
    // One that lacks an interpreter is settled anew: somebody may be free by now.
    const isInterpreted = choice.interpreter !== nobody && interpreters?.includes(choice.interpreter);
    if (!places.includes(choice.place) || (interpreters !== null && !isInterpreted)) return false;
    return this.state.inTheWay(meeting, choice, this.draw)?.size === 0;
  }

  /** Tries one change at a temperature. */
  step(temperature: number): void {
    const { state, random } = this;
    const { meetings } = state.model;
    if (meetings.length === 0) return;
    const isOut = state.out.size > 0 && random.unit() < 0.3;
    const meeting = isOut ? state.out.nth(random.below(state.out.size)) : random.below(meetings.length);
    const { slots, pairings } = meetings[meeting]!;
    if (slots.length === 0 || pairings.length === 0) return;
    const now = state.choice[meeting];
    if (!isOut && !now) return;
    const slot = now && random.unit() < 0.15 ? now.slot : this.drawSlot(meeting);
    const choice = this.drawChoice(meeting, slot);
    if (!choice) return;
    const before = state.cost;
    this.log = [];
    if (now) this.take(meeting);
    const way = state.inTheWay(meeting, choice, this.draw);
    if (way === null) return this.undo();
    for (const other of way) this.take(other);
    this.log.push({ meeting, choice: null });
    state.place(meeting, choice);
    for (const other of way) {
      const settled = this.settle(other);
      if (settled) this.log.push({ meeting: other, choice: null });
    }
    const more = state.cost - before;
    if (more > 0 && random.unit() >= Math.exp(-more / temperature)) this.undo();
    else if (more < 0 && this.isEager) this.keepBest();
  }

  private take(meeting: number): void {
    this.log.push({ meeting, choice: this.state.choice[meeting]! });
    this.state.remove(meeting);
  }

  private undo(): void {
    for (const { meeting } of this.log) if (this.state.choice[meeting]) this.state.remove(meeting);
    for (const { meeting, choice } of this.log) if (choice) this.state.place(meeting, choice);
  }

  /** Mostly a slot beside a meeting that one of its teams holds. */
  private drawSlot(meeting: number): number {
    const { state, random } = this;
    const { slots, pairings } = state.model.meetings[meeting]!;
    const any = slots[random.below(slots.length)]!;
    if (random.unit() < 0.3) return any;
    const { teams } = pairings[random.below(pairings.length)]!;
    const row = state.teamAt[teams[random.below(2)]!]!;
    const near = slots.filter(
      (slot) => row[slot]! < 0 && ((row[slot - 1] ?? -1) >= 0 || (row[slot + 1] ?? -1) >= 0),
    );
    return near.length > 0 ? near[random.below(near.length)]! : any;
  }

  private drawChoice(meeting: number, slot: number): Choice | null {
    const { pairings, places } = this.state.model.meetings[meeting]!;
    if (places.length === 0) return null;
    const pairing = this.random.below(pairings.length);
    const { interpreters } = pairings[pairing]!;
    return {
      pairing,
      slot,
      place: places[this.random.below(places.length)]!,
      interpreter: interpreters ? interpreters[this.random.below(interpreters.length)]! : nobody,
    };
  }

  /** Puts a meeting where nothing stands in the way and it costs least; false when there is no such place. */
  private settle(meeting: number): boolean {
    const { state } = this;
    const { slots, pairings, places } = state.model.meetings[meeting]!;
    let best: Choice | null = null;
    let least = Infinity;
    const tries = pairings.length > 6 ? 6 : pairings.length;
    const first = pairings.length > 6 ? this.random.below(pairings.length) : 0;
    for (const slot of slots) {
      for (let n = 0; n < tries; n += 1) {
        const pairing = (first + n) % pairings.length;
        const choice = this.freeChoice(meeting, { slot, pairing, places });
        if (!choice) continue;
        const before = state.cost;
        state.place(meeting, choice);
        const cost = state.cost - before;
        state.remove(meeting);
        if (cost < least - 1e-9) {
          least = cost;
          best = choice;
        }
      }
    }
    if (!best) return false;
    state.place(meeting, best);
    return true;
  }

  private freeChoice(
    meeting: number,
    { slot, pairing, places }: { slot: number; pairing: number; places: readonly number[] },
  ): Choice | null {
    const { state } = this;
    const { teams, interpreters } = state.model.meetings[meeting]!.pairings[pairing]!;
    if (teams.some((team) => state.teamAt[team]![slot]! >= 0 || state.model.teamOpen[team]![slot] === 0))
      return null;
    for (const place of places) {
      if (state.isFull(place, slot)) continue;
      for (const interpreter of interpreters ?? [nobody]) {
        const choice = { pairing, slot, place, interpreter };
        if (state.inTheWay(meeting, choice, this.draw)?.size === 0) return choice;
      }
    }
    return null;
  }
}

/** Searches within a budget, cooling once, or in the rounds of a repair; returns the search with its best plan. */
export function runGeneral(
  model: GeneralModel,
  budget: GeneralBudget,
): { search: GeneralSearch; iterations: number } {
  const search = new GeneralSearch(model, new Random(budget.seed * 64 + budget.lane));
  search.state.home = budget.home ?? null;
  search.begin(budget.start);
  budget.onBetter?.(search, 0);
  const rounds = budget.home ? repairRounds : [{ share: 1, isWarm: false }];
  let told = search.bestCost;
  let done = 0;
  let chunks = 0;
  const chunk = 256;
  for (const [n, { share, isWarm }] of rounds.entries()) {
    if (isWarm && search.best.every(Boolean)) continue;
    if (n > 0) search.restoreBest();
    const from = done;
    const until = n === rounds.length - 1 ? budget.planned : from + share * budget.planned;
    const hot = isWarm ? warmth : budget.start ? 0.2 : 0.5;
    while (done < Math.min(until, budget.iterations)) {
      if (budget.isProven(search, done) || budget.shouldStop?.(done)) break;
      const temperature = hot * (cold / hot) ** ((done - from) / (until - from));
      for (let step = 0; step < chunk && done < budget.iterations; step += generalStep) {
        search.step(temperature);
        done += generalStep;
      }
      chunks += 1;
      if (chunks % keptEvery === 0) search.keepBest();
      if (search.bestCost < told) {
        told = search.bestCost;
        budget.onBetter?.(search, done);
      }
    }
    search.keepBest();
  }
  return { search, iterations: Math.min(done, budget.iterations) };
}
