import { DomainError } from '../errors.ts';
import type { CooperationMode } from './cooperation.ts';
import type { Taxonomy } from './taxonomy/taxonomy.ts';

/** Size classes: micro, small and medium as in Commission Recommendation 2003/361/EC; a prime leads whole programmes. */
export const sizeClasses = ['micro', 'small', 'medium', 'large', 'prime'] as const;

/** How large a firm is. */
export type SizeClass = (typeof sizeClasses)[number];

/** How much can be made, or is wanted, at a time. */
export const capacities = ['prototype', 'small-series', 'series', 'mass'] as const;

/** How much can be made, or is wanted. */
export type Capacity = (typeof capacities)[number];

/** A line of a profile: a capability, a way to cooperate, and what is known about it; null for what is not said. */
export interface ProfileLine {
  readonly capability: string;
  readonly mode: CooperationMode;
  /** Technology readiness level, 1 to 9 (ISO 16290): of an offer what it is, of a need the least that helps. */
  readonly maturity: number | null;
  readonly capacity: Capacity | null;
  /** Weeks: of an offer until the first delivery, of a need the longest that helps. */
  readonly leadTimeWeeks: number | null;
  readonly note: string | null;
}

/** What a firm says about itself to be matched. Countries are ISO 3166-1 alpha-2; null is not said, empty is none. */
export interface FirmProfile {
  readonly firmId: string;
  readonly size: SizeClass | null;
  readonly establishedIn: readonly string[] | null;
  readonly controlledFrom: readonly string[] | null;
  /** Countries whose firms it would like to meet. */
  readonly interests: readonly string[] | null;
  readonly offers: readonly ProfileLine[];
  readonly needs: readonly ProfileLine[];
}

/** How much a profile may list. */
export interface ProfileLimits {
  readonly offers: number;
  readonly needs: number;
  readonly countries: number;
  readonly noteLength: number;
}

/** The limits that hold unless an edition sets others: a profile that lists everything says nothing. */
export const usualProfileLimits: ProfileLimits = { offers: 40, needs: 40, countries: 40, noteLength: 500 };

/**
 * Refuses a profile that lists too much, what the edition's taxonomy does not have, or the same thing twice.
 *
 * @throws DomainError `profile.too_many` with field, count and limit; `profile.unknown_capability`; `profile.twice`;
 *   `request.invalid` for a readiness level outside 1 to 9, a negative lead time, or what is no country code
 */
export function requireSoundProfile(
  profile: FirmProfile,
  taxonomy: Taxonomy,
  limits: ProfileLimits = usualProfileLimits,
): void {
  for (const field of ['offers', 'needs'] as const) {
    requireAtMost(field, profile[field].length, limits[field]);
    refuseTwice(field, profile[field]);
    for (const line of profile[field]) requireSoundLine(field, line, taxonomy, limits);
  }
  for (const field of ['establishedIn', 'controlledFrom', 'interests'] as const) {
    const countries = profile[field] ?? [];
    requireAtMost(field, countries.length, limits.countries);
    const odd = countries.find((country) => !/^[A-Z]{2}$/.test(country));
    if (odd !== undefined) throw invalid(field, odd, 'give countries as two capital letters, such as KR');
  }
}

function requireSoundLine(
  field: string,
  line: ProfileLine,
  taxonomy: Taxonomy,
  { noteLength }: ProfileLimits,
): void {
  const { capability, maturity, leadTimeWeeks, note } = line;
  if (!taxonomy.byCode.has(capability)) {
    throw new DomainError(
      'profile.unknown_capability',
      { field, capability },
      `The edition's list has no ${capability}; choose another capability.`,
    );
  }
  if (maturity !== null && !(Number.isInteger(maturity) && maturity >= 1 && maturity <= 9)) {
    throw invalid('maturity', maturity, 'give a technology readiness level from 1 to 9');
  }
  if (leadTimeWeeks !== null && !(Number.isInteger(leadTimeWeeks) && leadTimeWeeks >= 0)) {
    throw invalid('leadTimeWeeks', leadTimeWeeks, 'give whole weeks from 0');
  }
  requireAtMost('note', note?.length ?? 0, noteLength);
}

function requireAtMost(field: string, count: number, limit: number): void {
  if (count <= limit) return;
  throw new DomainError(
    'profile.too_many',
    { field, count, limit },
    `${field} has ${count} and may have ${limit}; keep those that matter most.`,
  );
}

function refuseTwice(field: string, lines: readonly ProfileLine[]): void {
  const seen = new Set<string>();
  for (const { capability, mode } of lines) {
    const key = `${capability} ${mode}`;
    if (seen.has(key)) {
      throw new DomainError(
        'profile.twice',
        { field, capability, mode },
        `${field} has ${capability} by ${mode} twice; put both into one line.`,
      );
    }
    seen.add(key);
  }
}

const invalid = (field: string, value: unknown, remedy: string) =>
  new DomainError('request.invalid', { field, value }, `${field} is ${String(value)}; ${remedy}.`);
