import type { Agreement } from './agreements.ts';
import { find } from './condition.ts';
import type { FactName, RouteFacts } from './facts.ts';
import type { AsOf } from './perimeter.ts';
import type { Citation, RouteRule, RouteScheme, RulePack } from './rule-pack.ts';

/** Whether a way is open. */
export type Openness = 'open' | 'open-with-conditions' | 'closed' | 'unknown';

/** What one rule says in a case, with where it stands. */
export interface RouteReason extends Citation {
  readonly ruleId: string;
  readonly outcome: Openness;
  readonly says: string;
  /** Facts that would decide it. */
  readonly missing: readonly FactName[];
  /** Agreements that open the way, each with its own act and day. */
  readonly by: readonly Agreement[];
}

/** Whether a scheme is open to a firm or a pair, and why. Orientation, never legal advice: screens say so. */
export interface RouteVerdict {
  readonly scheme: RouteScheme;
  readonly openness: Openness;
  /** One for each rule, in the order of the pack. */
  readonly reasons: readonly RouteReason[];
  /** The pack that was asked; null when the scheme had none on that day. */
  readonly packVersion: number | null;
  /** Whether every rule that was asked, and every agreement that opened a way, had been read in a source. */
  readonly verified: boolean;
  readonly day: string;
}

/** The rule packs and records that advice is given by, and the day it is given for. */
export interface Advising extends AsOf {
  readonly packs: readonly RulePack[];
}

/**
 * Whether a scheme is open to a firm on a day, by the pack in force that day: an earlier day replays the earlier answer.
 * Closed when any rule closes it; else unknown when any rule lacks a fact; else open with the conditions of those rules
 * that were met by exception; else open. On a day without a pack the scheme is closed, because it is not there.
 *
 * @throws DomainError `worksheet.amount` when `outsidePercent` is no decimal
 */
export function adviseFirm(scheme: RouteScheme, facts: RouteFacts, advising: Advising): RouteVerdict {
  const pack = packOn(scheme, advising);
  const reasons = pack?.rules.map((rule) => reasonOf(rule, facts, advising)) ?? [
    notInForce(scheme, advising.day),
  ];
  return verdictOf(scheme, reasons, pack, advising.day);
}

/** The pack of a scheme in force on a day; null when there is none. */
export function packOn(scheme: RouteScheme, { packs, day }: Advising): RulePack | null {
  const inForce = packs.filter((pack) => pack.scheme === scheme && isInForce(pack, day));
  return inForce.sort((a, b) => b.version - a.version)[0] ?? null;
}

/** Whether a pack is in force on a day. */
export const isInForce = ({ from, to }: RulePack, day: string): boolean =>
  from <= day && (to === null || day < to);

/** A verdict from its reasons. */
export function verdictOf(
  scheme: RouteScheme,
  reasons: readonly RouteReason[],
  pack: RulePack | null,
  day: string,
): RouteVerdict {
  return {
    scheme,
    openness: leastOpen(reasons.map(({ outcome }) => outcome)),
    reasons,
    packVersion: pack?.version ?? null,
    verified: reasons.every(({ verified, by }) => verified && by.every((agreement) => agreement.verified)),
    day,
  };
}

/** The outcome of several: closed, else unknown, else with conditions, else open. */
export function leastOpen(outcomes: readonly Openness[]): Openness {
  const order: readonly Openness[] = ['closed', 'unknown', 'open-with-conditions'];
  return order.find((one) => outcomes.includes(one)) ?? 'open';
}

function reasonOf(rule: RouteRule, facts: RouteFacts, asOf: AsOf): RouteReason {
  const required = find(rule.requires, facts, asOf);
  if (required.holds === true) return reason(rule, 'open', rule.says, required);
  if (required.holds === null) return reason(rule, 'unknown', rule.says, required);
  const exceptions = rule.exceptions.map(({ when, says }) => ({ says, ...find(when, facts, asOf) }));
  const first = exceptions.find(({ holds }) => holds !== false);
  if (!first) return reason(rule, 'closed', rule.says);
  return reason(rule, first.holds ? 'open-with-conditions' : 'unknown', first.says, first);
}

/** A reason that a rule gives. */
export function reason(
  { id, act, article, date, source, verified }: Citation & { readonly id: string },
  outcome: Openness,
  says: string,
  { missing, by }: Pick<RouteReason, 'missing' | 'by'> = { missing: [], by: [] },
): RouteReason {
  return { ruleId: id, act, article, date, source, verified, outcome, says, missing, by };
}

const notInForce = (scheme: RouteScheme, day: string): RouteReason => ({
  ruleId: `${scheme}.not-in-force`,
  act: 'No act',
  article: 'none',
  date: day,
  source: 'the rule packs at hand',
  verified: true,
  outcome: 'closed',
  says: `No rules of this scheme are in force on ${day}.`,
  missing: [],
  by: [],
});
