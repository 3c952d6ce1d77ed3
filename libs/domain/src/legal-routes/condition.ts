import { compareDecimals } from '../worksheet/decimal.ts';
import type { Agreement } from './agreements.ts';
import type { CountryFact, FactName, RouteFacts, YesNoFact } from './facts.ts';
import { agreementOf, isOfGroup, isWithin, type AsOf, type Perimeter } from './perimeter.ts';

/** A condition of a rule, as data. */
export type Condition =
  | { readonly kind: 'always' }
  /** Nobody has verified what the act says: never more than unknown; but known not to hold for some countries. */
  | {
      readonly kind: 'unverified';
      readonly notFor?: { readonly fact: CountryFact; readonly within: Perimeter };
    }
  | { readonly kind: 'some' | 'every'; readonly fact: CountryFact; readonly within: Perimeter }
  | { readonly kind: 'is'; readonly fact: YesNoFact; readonly value: boolean }
  | { readonly kind: 'outside-at-most'; readonly percent: string }
  | { readonly kind: 'any'; readonly of: readonly Condition[] };

/** A condition found to hold or not; or not known, and then which facts would tell. */
export interface Finding {
  readonly holds: boolean | null;
  readonly missing: readonly FactName[];
  /** The agreements without which it would not hold. */
  readonly by: readonly Agreement[];
}

/**
 * Whether a condition holds, in Kleene's three-valued logic: unknown stays unknown unless the rest decides, so taking a
 * fact away can only turn a yes or a no into unknown.
 */
export function find(condition: Condition, facts: RouteFacts, asOf: AsOf): Finding {
  switch (condition.kind) {
    case 'always':
      return known(true);
    case 'unverified': {
      const { fact, within } = condition.notFor ?? {};
      const countries = fact ? (facts[fact] ?? []) : [];
      const isKnown =
        countries.length > 0 && countries.every((country) => within && isWithin(country, within, asOf));
      return isKnown ? known(false) : unknown();
    }
    case 'some':
    case 'every': {
      const countries = facts[condition.fact] ?? [];
      if (countries.length === 0) return unknown(condition.fact);
      const within = countries.filter((country) => isWithin(country, condition.within, asOf));
      const holds = condition.kind === 'some' ? within.length > 0 : within.length === countries.length;
      return holds
        ? { ...known(true), by: agreementsBehind(condition.kind, within, condition.within, asOf) }
        : known(false);
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
      const first = findings.find(({ holds }) => holds === true);
      if (first) return first;
      const open = findings.filter(({ holds }) => holds === null);
      return open.length === 0 ? known(false) : unknown(...new Set(open.flatMap(({ missing }) => missing)));
    }
  }
}

/** What brings countries into a perimeter that are of none of its groups; nothing where one of a group is enough. */
function agreementsBehind(
  kind: 'some' | 'every',
  countries: readonly string[],
  { groups, agreements }: Perimeter,
  asOf: AsOf,
): Agreement[] {
  const outside = countries.filter((country) => !isOfGroup(country, groups, asOf));
  if (kind === 'some' && outside.length < countries.length) return [];
  return outside.flatMap((country) =>
    agreements.flatMap((agreement) => agreementOf(country, agreement, asOf) ?? []).slice(0, 1),
  );
}

const known = (holds: boolean): Finding => ({ holds, missing: [], by: [] });
const unknown = (...missing: FactName[]): Finding => ({ holds: null, missing, by: [] });
