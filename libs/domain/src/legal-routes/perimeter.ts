import type { Agreement, AgreementKind } from './agreements.ts';
import { countryGroups, type GroupId, type Membership } from './country-groups.ts';

/** A set of countries by groups and agreements, as an act draws it. */
export interface Perimeter {
  readonly groups: readonly GroupId[];
  readonly agreements: readonly AgreementKind[];
}

/** The records that a question is answered by, and the day it is answered for (ISO 8601). */
export interface AsOf {
  readonly day: string;
  readonly agreements: readonly Agreement[];
}

/** Whether a country is within a perimeter on a day. */
export function isWithin(country: string, { groups, agreements }: Perimeter, asOf: AsOf): boolean {
  return (
    isOfGroup(country, groups, asOf) || agreements.some((kind) => agreementOf(country, kind, asOf) !== null)
  );
}

/** Whether a country is of any of the groups on a day. */
export const isOfGroup = (country: string, groups: readonly GroupId[], { day }: AsOf): boolean =>
  groups.some((group) => isAmong(country, countryGroups[group], day));

/** The agreement of a kind that a country has on a day; null when it has none. */
export function agreementOf(country: string, kind: AgreementKind, asOf: AsOf): Agreement | null {
  const ofKind = asOf.agreements.filter((agreement) => agreement.kind === kind);
  return ofKind.find((agreement) => isAmong(country, [agreement], asOf.day)) ?? null;
}

/** Days of ISO 8601 sort as text. */
const isAmong = (country: string, memberships: readonly Membership[], day: string) =>
  memberships.some((one) => one.country === country && one.from <= day && (one.to === null || day < one.to));
