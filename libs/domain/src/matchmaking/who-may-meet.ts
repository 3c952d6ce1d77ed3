import type { PairFilter } from './matching/match-firms.ts';

/** A party as far as rules of meeting look at it. */
export interface MeetingPartyFacts {
  readonly firmId: string;
  /** In what capacities its people take part; see `people/delegate-category.ts`. */
  readonly categories: readonly string[];
  /** Countries of establishment, ISO 3166-1 alpha-2; empty where not known. */
  readonly countries: readonly string[];
}

/** Which parties a rule is about; what is left out (null) does not matter, and a party must be of all that is given. */
export interface PartySelector {
  readonly categories: readonly string[] | null;
  readonly countries: readonly string[] | null;
  readonly firms: readonly string[] | null;
}

/** A rule of the edition: parties of the first kind and of the second may, or may not, meet; in both directions. */
export interface MeetingRule {
  readonly id: string;
  readonly effect: 'allow' | 'forbid';
  readonly between: readonly [PartySelector, PartySelector];
  /** For the secretariat only. */
  readonly reason: string;
}

/** Two firms that must never meet, known to the secretariat only: sanctions, litigation, conflicts of interest. */
export interface NoMeet {
  readonly firms: readonly [string, string];
  readonly reason: string;
}

/** Everything that decides who may meet whom in an edition. */
export interface MeetingPolicy {
  /** The first rule that fits a pair decides; pairs that no rule fits may meet. */
  readonly rules: readonly MeetingRule[];
  readonly noMeets: readonly NoMeet[];
}

/** What can keep two parties apart: that they are one, the no-meet list, a rule of the edition. */
export const refusals = ['same-firm', 'no-meet', 'rule'] as const;

/** Whether two parties may meet. The reason is for the secretariat; nobody else ever learns more than no free slot. */
export type MeetingVerdict =
  | { readonly ok: true }
  | { readonly ok: false; readonly by: (typeof refusals)[number]; readonly reason: string };

/**
 * Whether two parties may meet, and if not, why. A firm does not meet itself; then the no-meet list counts, above every
 * rule; then the rules in their order. The answer is the same in both directions.
 */
export function mayMeet(a: MeetingPartyFacts, b: MeetingPartyFacts, policy: MeetingPolicy): MeetingVerdict {
  if (a.firmId === b.firmId) return { ok: false, by: 'same-firm', reason: 'A firm does not meet itself.' };
  const barred = policy.noMeets.find(({ firms }) => firms.includes(a.firmId) && firms.includes(b.firmId));
  if (barred) return { ok: false, by: 'no-meet', reason: barred.reason };
  const rule = policy.rules.find(({ between: [one, other] }) => joins(one, other, a, b));
  return rule?.effect === 'forbid' ? { ok: false, by: 'rule', reason: rule.reason } : { ok: true };
}

/** {@link mayMeet} over many pairs, for matching: rules are read once for each kind of party, not for each pair. */
export function pairFilter(parties: readonly MeetingPartyFacts[], policy: MeetingPolicy): PairFilter {
  const known = new Map(parties.map((party) => [party.firmId, party]));
  const named = new Set(policy.rules.flatMap(({ between }) => between.flatMap(({ firms }) => firms ?? [])));
  return (firmIds) => {
    const facts = firmIds.map((firmId) => known.get(firmId) ?? { firmId, categories: [], countries: [] });
    const places = new Map(firmIds.map((firmId, place) => [firmId, place]));
    const kinds = new Map<string, number>();
    const kindOf = facts.map(({ firmId, categories, countries }) => {
      const kind = JSON.stringify([
        [...categories].sort(),
        [...countries].sort(),
        named.has(firmId) ? firmId : null,
      ]);
      if (!kinds.has(kind)) kinds.set(kind, kinds.size);
      return kinds.get(kind) ?? 0;
    });
    const verdicts = new Map<number, boolean>();
    const barred = new Set(
      policy.noMeets.flatMap(({ firms: [one, other] }) => {
        const [i, j] = [places.get(one), places.get(other)];
        return i === undefined || j === undefined ? [] : [Math.min(i, j) * firmIds.length + Math.max(i, j)];
      }),
    );
    const rulesOnly = { rules: policy.rules, noMeets: [] };
    return (i, j) => {
      const [a, b] = [facts[i], facts[j]];
      if (!a || !b || i === j || barred.has(Math.min(i, j) * firmIds.length + Math.max(i, j))) return false;
      const key = (kindOf[i] ?? 0) * kinds.size + (kindOf[j] ?? 0);
      const verdict = verdicts.get(key) ?? mayMeet(a, b, rulesOnly).ok;
      verdicts.set(key, verdict);
      return verdict;
    };
  };
}

const joins = (one: PartySelector, other: PartySelector, a: MeetingPartyFacts, b: MeetingPartyFacts) =>
  (selects(one, a) && selects(other, b)) || (selects(one, b) && selects(other, a));

function selects({ categories, countries, firms }: PartySelector, party: MeetingPartyFacts): boolean {
  return (
    (categories === null || party.categories.some((category) => categories.includes(category))) &&
    (countries === null || party.countries.some((country) => countries.includes(country))) &&
    (firms === null || firms.includes(party.firmId))
  );
}
