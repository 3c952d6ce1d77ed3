import { compileGeneral, type GeneralModel } from '../general/general-model.ts';
import { runGeneral } from '../general/general-search.ts';
import type { Choice } from '../general/general-state.ts';
import { startByTeams } from '../general/team-start.ts';
import type { PlanInstance } from '../instance/instance.ts';
import { nobody } from '../model/pairings.ts';
import { coolingOf } from '../search/run-core.ts';
import type { Placement } from './plan-result.ts';
import type { Found, Preparation } from './plan.ts';
import { stopper } from './stopper.ts';
import { replayedBy } from './replay.ts';
import { assignTables, keptSeat } from './tables.ts';

/** Searches slots, teams, places and interpreters together, begun by a quick search that knows only slots and teams. */
export function planGeneral(preparation: Preparation): Found {
  const { instance, domains, bounds, options, home } = preparation;
  const { seed, lane = 0, onProgress, stay = 0 } = options;
  const model = compileGeneral(instance, domains, stay);
  const cooling = coolingOf(options.iterations);
  const { iterations, planned } = cooling;
  const stop = stopper(options.shouldStop);
  const quick = options.start ? 0 : Math.floor(planned / 3);
  const start = options.start
    ? startFrom(instance, model, options.start)
    : startByTeams(model, domains, {
        seed,
        cooling: { iterations: Math.min(quick, iterations), planned: quick },
        lane,
        shouldStop: stop.shouldStop,
      });
  const found = runGeneral(model, {
    seed,
    iterations: Math.max(0, iterations - quick),
    planned: planned - quick,
    lane,
    shouldStop: (done) => stop.shouldStop(quick + done),
    start,
    home:
      home && start && stay > 0 ? { slotOf: home, interpreterOf: interpretersOf(start), stay } : undefined,
    isProven: ({ bestCost }) => bestCost < 1e-6,
    onBetter: (found, done) =>
      onProgress?.({
        iterations: quick + done,
        leftOut: found.best.reduce((sum, choice) => sum + (choice ? 0 : 1), 0),
        breaks: Math.floor(found.bestCost),
        idleSlots: 0,
        bound: bounds.breaks,
      }),
  });
  const searched = quick + found.iterations;
  return {
    placements: seat(preparation, model, found.search.best),
    iterations: replayedBy(cooling, { done: searched, isStopped: stop.hasStopped() }),
    searched,
  };
}

function startFrom(
  instance: PlanInstance,
  model: GeneralModel,
  placements: readonly (Placement | null)[],
): (Choice | null)[] {
  const places = new Map(instance.tables.map(({ id }, index) => [id, index]));
  const interpreters = new Map(instance.interpreters.map(({ id }, index) => [id, index]));
  const teamNames = instance.firms.flatMap(({ teams }) => teams.map(({ id }) => id));
  return instance.meetings.map((_, row) => {
    const placement = placements[row];
    if (!placement) return null;
    const pairing = model.meetings[row]!.pairings.findIndex(({ teams }) =>
      teams.every((team, side) => teamNames[team] === placement.teams[side]),
    );
    return {
      pairing,
      slot: placement.slot,
      place: places.get(placement.place) ?? -1,
      interpreter: interpreters.get(placement.interpreter ?? '') ?? nobody,
    };
  });
}

const interpretersOf = (choices: readonly (Choice | null)[]) =>
  Int32Array.from(choices, (choice) => choice?.interpreter ?? nobody);

function seat(
  { instance, options }: Preparation,
  model: GeneralModel,
  best: readonly (Choice | null)[],
): (Placement | null)[] {
  const teamNames = instance.firms.flatMap(({ teams }) => teams.map(({ id }) => id));
  const seats = assignTables(
    instance,
    best.flatMap((choice, meeting) =>
      choice
        ? [
            {
              meeting,
              slot: choice.slot,
              place: choice.place,
              kept: keptSeat(instance, options.start?.[meeting], choice.slot),
              teams: model.meetings[meeting]!.pairings[choice.pairing]!.teams,
            },
          ]
        : [],
    ),
  );
  return best.map((choice, row) => {
    if (!choice) return null;
    const [one, other] = model.meetings[row]!.pairings[choice.pairing]!.teams;
    return {
      slot: choice.slot,
      place: instance.tables[choice.place]!.id,
      table: seats.get(row)!.table,
      teams: [teamNames[one]!, teamNames[other]!],
      interpreter: choice.interpreter < 0 ? null : instance.interpreters[choice.interpreter]!.id,
    };
  });
}
