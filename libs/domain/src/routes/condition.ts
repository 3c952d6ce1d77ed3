import { compareDecimals } from '../worksheet/decimal.ts';
import { type CountryFact, type FactName, type RouteFacts, type YesNoFact } from './facts.ts';
import { isWithin, type AsOf, type Perimeter } from './perimeter.ts';

/** A condition of a rule, as data. */
export type Condition =
  | { readonly kind: 'always' }
  /** Nobody has verified what the act says: never more than unknown. */
  | { readonly kind: 'unverified' }
  | { readonly kind: 'some' | 'every'; readonly fact: CountryFact; readonly within: Perimeter }
  | { readonly kind: 'is'; readonly fact: YesNoFact; readonly value: boolean }
  | { readonly kind: 'outside-at-most'; readonly percent: string }
  | { readonly kind: 'any'; readonly of: readonly Condition[] };

/** A condition found to hold or not; or not known, and then which facts would tell. */
export interface Finding {
  readonly holds: boolean | null;
  readonly missing: readonly FactName[];
}

/**
 * Whether a condition holds, in Kleene's three-valued logic: unknown stays unknown unless the rest decides, so taking a
 * fact away can only turn a yes or a no into unknown.
 */
export function find(condition: Condition, facts: RouteFacts, asOf: AsOf): Finding {
  switch (condition.kind) {
    case 'always':
      return known(true);
    case 'unverified':
      return { holds: null, missing: [] };
    case 'some':
    case 'every': {
      const countries = facts[condition.fact] ?? [];
      if (countries.length === 0) return unknown(condition.fact);
      const within = (country: string) => isWithin(country, condition.within, asOf);
      return known(condition.kind === 'some' ? countries.some(within) : countries.every(within));
    }
    case 'is': {
      const value = facts[condition.fact] ?? null;
      return value === null ? unknown(condition.fact) : known(value === condition.value);
    }
    case 'outside-at-most': {
      const percent = facts.outsidePercent ?? null;
      return percent === null
        ? unknown('outsidePercent')
        : known(compareDecimals(percent, condition.percent) <= 0);
    }
    case 'any': {
      const findings = condition.of.map((one) => find(one, facts, asOf));
      if (findings.some(({ holds }) => holds === true)) return known(true);
      const open = findings.filter(({ holds }) => holds === null);
      return open.length === 0
        ? known(false)
        : { holds: null, missing: [...new Set(open.flatMap(({ missing }) => missing))] };
    }
  }
}

const known = (holds: boolean): Finding => ({ holds, missing: [] });
const unknown = (fact: FactName): Finding => ({ holds: null, missing: [fact] });
