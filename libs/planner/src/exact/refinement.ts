import type { CoreModel } from '../model/core-model.ts';
import type { CoreSearch } from '../search/core-search.ts';
import type { Random } from '../search/random.ts';
import { type Encoded, encode } from './encode.ts';
import { Neighbourhood } from './neighbourhood.ts';
import { not, type Verdict } from './solver.ts';

/** How long the solver looks at one neighbourhood, in literals worked through; one takes about as long as a chain. */
const glance = 300_000;
const gaze = 500_000;
/** The share of the neighbourhoods that are made of firms allowed to have breaks. */
const ofFirms = 0.25;
/** The most meetings times slots: what is stated of larger halls takes too long to work through. */
const greatest = 16_000;

/** Whether plans of a model can be refined: the solver knows neither optional meetings nor preferences nor moves. */
export const isRefinable = (model: CoreModel): boolean =>
  model.meetings * model.slots <= greatest && !model.optional.includes(1) && model.unary === null;

/**
 * Improves the best plan of a search by proof: a part of its meetings is freed, or all of them while few firms may have
 * breaks, and the solver finds fewer breaks or shows that there are none (large neighbourhood search, Shaw 1998). The
 * part grows when it was too easy and shrinks when it was too hard; what is learnt in one part is known in all others.
 */
export class Refinement {
  private readonly search: CoreSearch;
  private readonly random: Random;
  private readonly encoded: Encoded;
  private readonly neighbourhood: Neighbourhood;
  private readonly base: Int32Array;
  private share = 0.4;
  private stale = 0;
  /** Whether it is shown that no plan has fewer breaks than the best. */
  isProven = false;

  constructor(search: CoreSearch, least: Int32Array, random: Random) {
    this.search = search;
    this.random = random;
    this.encoded = encode(search.model, least, search.bestBreaks);
    this.neighbourhood = new Neighbourhood(search.model, this.encoded.words.ofFirm, random);
    this.base = search.best.slice();
  }

  /** Looks at one neighbourhood, and says what that took. */
  step(): number {
    const { search, encoded, base } = this;
    const { solver, words } = encoded;
    const before = solver.effort;
    search.restore(base);
    this.suggest();
    const isOfFirms = this.random.unit() < ofFirms;
    const assumed = [words.fewer, ...(isOfFirms ? this.withoutBreaks() : this.atTheirSlots())];
    const verdict = solver.solve(assumed, isOfFirms ? gaze : glance);
    if (verdict === 'none') {
      this.isProven = solver.isRefuted || solver.core.every((literal) => literal === words.fewer);
    }
    if (!isOfFirms) this.resize(verdict);
    this.stale = verdict === 'found' ? 0 : this.stale + 1;
    const walked = verdict === 'found' ? this.take() : this.stale % 25 === 0 ? this.wander() : 0;
    return solver.effort - before + walked;
  }

  /** Frees some meetings: the others stay where they are. */
  private atTheirSlots(): number[] {
    const { search, encoded, base } = this;
    const { slots } = search.model;
    const wanted = Math.round(this.share * base.length);
    const free = this.neighbourhood.choose(base, this.troubled(), wanted);
    const fixed = Array.from(base.keys()).filter((m) => free[m] === 0);
    return fixed.map((m) => encoded.words.at[m * slots + base[m]!]!);
  }

  /** Frees all meetings, but lets few firms have breaks: half of those with some, and others. */
  private withoutBreaks(): number[] {
    const { search, encoded, random } = this;
    const { firms } = search.model;
    const { excess, most } = encoded.words;
    const allowed = new Set(this.troubled().filter(() => random.unit() < 0.5));
    const size = Math.min(firms / 2, Math.max(1, Math.round(1.5 * search.bestBreaks)));
    while (allowed.size < size) allowed.add(random.below(firms));
    const others = Array.from({ length: firms }, (_, firm) => firm).filter((firm) => !allowed.has(firm));
    return others
      .map((firm) => excess[firm * most]!)
      .flatMap((literal) => (literal < 0 ? [] : [not(literal)]));
  }

  /** The firms that have breaks. */
  private troubled(): number[] {
    const { broken, brokenCount } = this.search.state;
    return Array.from(broken.subarray(0, brokenCount));
  }

  /** Frees more meetings the next time when these were too few, fewer when they were too many. */
  private resize(verdict: Verdict): void {
    if (verdict === 'none') this.share = Math.min(1, this.share * 1.03);
    else if (verdict === 'unknown') this.share = Math.max(0.1, this.share * 0.93);
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
