import type { CoreModel } from '../model/core-model.ts';
import type { Domains } from '../model/domains.ts';
import { type Cooling, runCore } from '../search/run-core.ts';
import { compileCore } from '../model/compile-core.ts';
import type { GeneralModel } from './general-model.ts';
import type { Choice } from './general-state.ts';

/** How long the quick search may go on. */
export interface TeamBudget {
  readonly seed: number;
  readonly cooling: Cooling;
  readonly lane: number;
  readonly shouldStop?: ((iterations: number) => boolean) | undefined;
}

/**
 * A good beginning for the general search: each meeting goes to the pairing whose teams have least to do, and the quick
 * search then plans the teams' slots. Null when there are more slots than its masks hold.
 */
export function startByTeams(
  model: GeneralModel,
  domains: Domains,
  budget: TeamBudget,
): (Choice | null)[] | undefined {
  if (model.slots > 62) return undefined;
  const pairingOf = sharePairings(model);
  const core = teamCore(model, domains, pairingOf);
  const { search } = runCore(core, { ...budget, isProven: ({ bestRank }) => bestRank < 1e-9 });
  return model.meetings.map((_, row) => {
    const slot = search.best[row]!;
    return slot < 0 ? null : { pairing: pairingOf[row]!, slot, place: -1, interpreter: -1 };
  });
}

/** The pairing of each meeting: without an interpreter if possible, then of the teams with the most open slots to spare. */
function sharePairings(model: GeneralModel): number[] {
  const work = new Float64Array(model.teamFirm.length);
  const room = model.teamOpen.map((open) =>
    Math.max(
      1,
      open.reduce((sum, one) => sum + one, 0),
    ),
  );
  return model.meetings.map(({ pairings }) => {
    let best = 0;
    let least = Infinity;
    pairings.forEach(({ teams, interpreters }, index) => {
      const load = teams.reduce((sum, team) => sum + work[team]! / room[team]!, interpreters ? 100 : 0);
      if (load >= least) return;
      least = load;
      best = index;
    });
    for (const team of pairings[best]?.teams ?? []) work[team]! += 1;
    return best;
  });
}

function teamCore(model: GeneralModel, domains: Domains, pairingOf: readonly number[]): CoreModel {
  const teams = model.teamFirm.length;
  const openLow = new Int32Array(teams);
  const openHigh = new Int32Array(teams);
  model.teamOpen.forEach((open, team) => {
    open.forEach((isOpen, slot) => {
      if (isOpen === 0) return;
      if (slot < 31) openLow[team]! |= 1 << slot;
      else openHigh[team]! |= 1 << (slot - 31);
    });
  });
  const base = compileCore(model.instance, domains, null);
  const a = base.a.slice();
  const b = base.b.slice();
  const domainLow = base.domainLow.slice();
  const domainHigh = base.domainHigh.slice();
  model.meetings.forEach(({ pairings }, row) => {
    const pairing = pairings[pairingOf[row]!];
    if (!pairing) {
      domainLow[row] = 0;
      domainHigh[row] = 0;
      // Nobody holds it; two different teams keep the search's books in order.
      a[row] = 0;
      b[row] = teams > 1 ? 1 : 0;
      return;
    }
    const [one, other] = pairing.teams;
    a[row] = one;
    b[row] = other;
    domainLow[row]! &= openLow[one]! & openLow[other]!;
    domainHigh[row]! &= openHigh[one]! & openHigh[other]!;
  });
  return { ...base, firms: teams, a, b, openLow, openHigh, domainLow, domainHigh };
}
