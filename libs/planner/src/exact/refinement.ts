import { type CoreModel } from '../model/core-model.ts';
import { type CoreSearch } from '../search/core-search.ts';
import { type Random } from '../search/random.ts';
import { type Encoded, encode } from './encode.ts';
import { Neighbourhood } from './neighbourhood.ts';

/** How long the solver looks at one neighbourhood, in literals worked through; one takes about as long as a chain. */
const glance = 300_000;
const greatest = 700;

/** Whether plans of a model can be refined: the solver knows neither optional meetings nor preferences nor moves. */
export const isRefinable = (model: CoreModel): boolean =>
  model.meetings <= greatest && !model.optional.includes(1) && model.unary === null && model.slots <= 62;

/**
 * Improves the best plan of a search by proof: a part of its meetings is freed, and the solver finds for them a plan
 * with fewer breaks or shows that there is none (large neighbourhood search, Shaw 1998). The part grows when it was too
 * easy and shrinks when it was too hard; what the solver learns in one part it knows in all others.
 */
export class Refinement {
  private readonly search: CoreSearch;
  private readonly encoded: Encoded;
  private readonly neighbourhood: Neighbourhood;
  private readonly base: Int32Array;
  private share = 0.4;
  private stale = 0;
  /** Whether it is shown that no plan has fewer breaks than the best. */
  isProven = false;

  constructor(search: CoreSearch, least: Int32Array, random: Random) {
    this.search = search;
    this.encoded = encode(search.model, least, search.bestBreaks);
    this.neighbourhood = new Neighbourhood(search.model, this.encoded.words.ofFirm, random);
    this.base = search.best.slice();
  }

  /** Looks at one neighbourhood, and says what that took. */
  step(): number {
    const { search, base, encoded } = this;
    const { solver, words } = encoded;
    const before = solver.effort;
    search.restore(base);
    const { broken, brokenCount } = search.state;
    const wanted = Math.round(this.share * base.length);
    const free = this.neighbourhood.choose(base, Array.from(broken.subarray(0, brokenCount)), wanted);
    this.suggest();
    const { slots } = search.model;
    const fixed = Array.from(base.keys()).filter((m) => free[m] === 0);
    const assumed = [words.fewer, ...fixed.map((m) => words.at[m * slots + base[m]!]!)];
    const verdict = solver.solve(assumed, glance);
    if (verdict === 'none') {
      this.isProven = solver.isRefuted || solver.core.every((literal) => literal === words.fewer);
      this.share = Math.min(1, this.share * 1.03);
    } else if (verdict === 'unknown') this.share = Math.max(0.1, this.share * 0.93);
    this.stale = verdict === 'found' ? 0 : this.stale + 1;
    const walked = verdict === 'found' ? this.take() : this.stale % 25 === 0 ? this.wander() : 0;
    return solver.effort - before + walked;
  }

  /** Has the solver try the present slots first. */
  private suggest(): void {
    const { solver, words } = this.encoded;
    const { slots } = this.search.model;
    words.at.forEach((literal, n) => {
      if (literal >= 0) solver.phase[literal >> 1] = this.base[Math.floor(n / slots)] === n % slots ? 1 : 0;
    });
  }

  /** Takes over what the solver has found, and spends a little on its idle slots. */
  private take(): number {
    const { search, base, encoded } = this;
    const { slots } = search.model;
    encoded.words.at.forEach((literal, n) => {
      if (literal >= 0 && encoded.solver.value[literal] === 1) base[Math.floor(n / slots)] = n % slots;
    });
    search.restore(base);
    search.keepBest();
    encoded.limit(search.bestBreaks);
    const walked = this.walk(0.08);
    base.set(search.best);
    return walked;
  }

  /** Goes on from the best plan by chains for a while, to another one that is as good if it can. */
  private wander(): number {
    const { search, base } = this;
    search.restoreBest();
    const walked = this.walk(0.16);
    const { state, precedence } = search;
    const isAsGood = state.breaks <= search.bestBreaks && state.unfair === 0 && precedence.broken === 0;
    base.set(isAsGood && state.out.length === 0 ? state.slotOf : search.best);
    if (search.bestBreaks < this.known) this.encoded.limit(search.bestBreaks);
    this.known = search.bestBreaks;
    return walked;
  }

  private known = Infinity;

  private walk(hot: number): number {
    const length = 100_000;
    for (let at = 0; at < length; at += 1) this.search.step(hot * (1 - at / length) + 0.02);
    this.search.keepBest();
    return length;
  }
}
