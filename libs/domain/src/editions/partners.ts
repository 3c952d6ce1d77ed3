import type { DelegateCategory } from '../people/delegate-category.ts';

/** A stretch of calendar dates in which something holds; both ends belong to it, and null means open. */
export interface Dated {
  /** `2027-05-12`. */
  readonly from: string | null;
  readonly until: string | null;
}

/** A country that belongs to a partner institution, while it does. */
export interface PartnerMember extends Dated {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

/** A country or institution that takes part in an edition, while it does. */
export interface Partner extends Dated {
  readonly kind: 'country' | 'institution';
  /** ISO 3166-1 alpha-2 for a country, the institution's own code otherwise, such as EU or NATO. */
  readonly code: string;
  /** The countries that an institution brings along. Empty when only its own officials take part. */
  readonly members: readonly PartnerMember[];
}

/** Whether somebody may take part; if so, through which partner (null: nobody needs to be one), if not, why. */
export type Eligibility =
  | { readonly ok: true; readonly through: string | null }
  | { readonly ok: false; readonly reason: 'not-a-partner' | 'not-yet' | 'not-any-more' };

/** Press and think tanks come from anywhere; the accreditation officer judges them one by one. */
const fromAnywhere: ReadonlySet<DelegateCategory> = new Set(['media', 'research']);

/** The partners that take part on a date, in their given order, with the members that belong to them on that date. */
export function partnersOn(partners: readonly Partner[], date: string): Partner[] {
  return partners
    .filter((partner) => holdsOn(partner, date))
    .map((partner) => ({ ...partner, members: partner.members.filter((member) => holdsOn(member, date)) }));
}

/**
 * Whether a delegate may take part in an edition, on the date that counts (usually its first day).
 *
 * @param origin the country of a delegate (ISO 3166-1 alpha-2), or the institution of its official, such as EU
 */
export function eligible(
  origin: string,
  category: DelegateCategory,
  partners: readonly Partner[],
  date: string,
): Eligibility {
  const ways = partners.flatMap((partner) => waysThrough(partner, origin));
  const open = ways.find((way) => way.spans.every((span) => holdsOn(span, date)));
  if (open) return { ok: true, through: open.code };
  if (fromAnywhere.has(category)) return { ok: true, through: null };
  if (ways.length === 0) return { ok: false, reason: 'not-a-partner' };
  const later = ways.some((way) => way.spans.every((span) => span.until === null || date <= span.until));
  return { ok: false, reason: later ? 'not-yet' : 'not-any-more' };
}

interface Way {
  readonly code: string;
  readonly spans: readonly Dated[];
}

function waysThrough(partner: Partner, origin: string): Way[] {
  const itself = partner.code === origin ? [{ code: partner.code, spans: [partner] }] : [];
  const members = partner.members
    .filter((member) => member.country === origin)
    .map((member) => ({ code: partner.code, spans: [partner, member] }));
  return [...itself, ...members];
}

const holdsOn = (span: Dated, date: string) =>
  (span.from === null || span.from <= date) && (span.until === null || date <= span.until);
