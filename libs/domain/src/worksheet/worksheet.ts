import type { AsOf } from '../legal-routes/perimeter.ts';
import { decimalOf, millionths } from './decimal.ts';
import { isLimiting, mostOutside, sideOf, type OriginSide, type WorksheetScheme } from './perimeters.ts';

/** A line of a bill of materials. */
export interface ComponentLine {
  readonly component: string;
  /** ISO 3166-1 alpha-2; null while not known. */
  readonly origin: string | null;
  /** A decimal with at most six digits after the point; all lines in one currency. */
  readonly cost: string;
}

/** What can come of a worksheet. */
export const worksheetOutcomes = ['passes', 'fails', 'undecided', 'not-in-force'] as const;

/** What has come of a worksheet. */
export type WorksheetOutcome = (typeof worksheetOutcomes)[number];

/** What a worksheet comes to. Amounts are decimals in the currency of the lines. */
export interface WorksheetResult {
  readonly scheme: WorksheetScheme;
  readonly day: string;
  /**
   * `undecided` while lines of unclear origin could turn it, or when nothing costs anything; `not-in-force` on a day on
   * which the scheme was not there, whatever the lines say.
   */
  readonly outcome: WorksheetOutcome;
  readonly total: string;
  readonly outside: string;
  readonly undecided: string;
  /** What comes from outside for certain, in percent of the total, rounded up to two digits; null without any cost. */
  readonly percent: string | null;
  /** The limit in percent. */
  readonly limit: string;
  readonly headroom: Headroom | null;
  /** Where each line counts, in their order. */
  readonly sides: readonly OriginSide[];
}

/** How much more may come from outside, undecided lines taken as outside; null over the limit, or without one. */
export interface Headroom {
  /** At the same total: cost that may move from inside to outside. */
  readonly replacing: string;
  /** On top: further components from outside. */
  readonly adding: string;
}

/** What a counterpart gets to see: the ratio, and nothing of the lines or amounts. */
export type SharedWorksheet = Pick<WorksheetResult, 'scheme' | 'day' | 'outcome' | 'percent' | 'limit'>;

/**
 * Reckons a bill of materials for a scheme on a day: by cost, not by count, in exact decimals. Exactly 35 % passes, and
 * anything more fails, be it a millionth: of 10000.00, 3500.00 from outside passes and 3501.00 (35.01 %) does not.
 * The shown percentage is rounded up, so that what fails never shows 35.00.
 *
 * @throws DomainError `worksheet.amount` when a cost is no decimal
 */
export function reckon(
  lines: readonly ComponentLine[],
  scheme: WorksheetScheme,
  asOf: AsOf,
): WorksheetResult {
  const sides = lines.map(({ origin }) => sideOf(origin, scheme, asOf));
  const costs = lines.map(({ cost }) => millionths(cost));
  const sum = (side: OriginSide | null) =>
    costs.reduce((total, cost, at) => (side === null || sides[at] === side ? total + cost : total), 0n);
  const [total, outside, undecided] = [sum(null), sum('outside'), sum('undecided')];
  const limit = millionths(mostOutside[scheme]);
  const isInForce = isLimiting(scheme, asOf.day);
  const within = (part: bigint) => part * hundred <= limit * total;
  return {
    scheme,
    day: asOf.day,
    outcome: isInForce ? outcomeOf(total, within(outside), within(outside + undecided)) : 'not-in-force',
    total: decimalOf(total),
    outside: decimalOf(outside),
    undecided: decimalOf(undecided),
    percent: total === 0n ? null : hundredthsUp(outside, total),
    limit: mostOutside[scheme],
    headroom: isInForce ? headroomOf(outside + undecided, total, limit) : null,
    sides,
  };
}

function outcomeOf(total: bigint, isWithin: boolean, isWithinAtWorst: boolean): WorksheetOutcome {
  if (total === 0n || (isWithin && !isWithinAtWorst)) return 'undecided';
  return isWithin ? 'passes' : 'fails';
}

/** A worksheet's answer for a counterpart. */
export function sharedView({ scheme, day, outcome, percent, limit }: WorksheetResult): SharedWorksheet {
  return { scheme, day, outcome, percent, limit };
}

/** A hundred percent, in the millionths that limits are in. */
const hundred = 100_000_000n;

/**
 * At the same total `limit · total − outside` may move. On top of it `h` may come while `outside + h` stays within the
 * limit of `total + h`, which is `h ≤ (limit · total − outside) / (1 − limit)`. Rounded down to millionths.
 */
function headroomOf(outside: bigint, total: bigint, limit: bigint): Headroom | null {
  const left = limit * total - outside * hundred;
  if (left < 0n) return null;
  return { replacing: decimalOf(left / hundred), adding: decimalOf(left / (hundred - limit)) };
}

/** A part of a whole in percent with two digits, rounded up. */
function hundredthsUp(part: bigint, whole: bigint): string {
  const hundredths = (part * 10_000n + whole - 1n) / whole;
  const digits = hundredths.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
