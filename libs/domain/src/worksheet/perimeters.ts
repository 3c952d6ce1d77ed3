import type { AgreementKind } from '../legal-routes/agreements.ts';
import { isInForce } from '../legal-routes/advise.ts';
import { edipPack, edipPerimeter } from '../legal-routes/packs/edip.ts';
import { safePack, safePerimeter } from '../legal-routes/packs/safe.ts';
import { agreementOf, isWithin, type AsOf, type Perimeter } from '../legal-routes/perimeter.ts';

/** The schemes that limit components from outside by cost. */
export const worksheetSchemes = ['safe', 'edip'] as const;

/** A scheme that limits components from outside. */
export type WorksheetScheme = (typeof worksheetSchemes)[number];

/** Where a component counts; `undecided` where an agreement widens the perimeter on terms that were not verified. */
export type OriginSide = 'inside' | 'outside' | 'undecided';

/** The most that may come from outside, in percent: SAFE Article 16(10); EDIP has the same figure. */
export const mostOutside: Readonly<Record<WorksheetScheme, string>> = { safe: '35', edip: '35' };

const packs = { safe: safePack, edip: edipPack };

/** Whether a scheme limits anything on a day (ISO 8601): before its act, and after its end, there is no limit to keep. */
export const isLimiting = (scheme: WorksheetScheme, day: string): boolean => isInForce(packs[scheme], day);

/** The perimeters differ: SAFE counts Ukraine and the EEA members of EFTA as inside, EDIP the associated countries. */
const perimeters: Readonly<
  Record<WorksheetScheme, { readonly inside: Perimeter; readonly widenedBy: AgreementKind | null }>
> = {
  safe: { inside: safePerimeter, widenedBy: 'safe-participation' },
  edip: { inside: edipPerimeter, widenedBy: null },
};

/**
 * Where a component of a country counts in a scheme on a day. A line without an origin is undecided.
 *
 * @param origin ISO 3166-1 alpha-2, or null while not known
 */
export function sideOf(origin: string | null, scheme: WorksheetScheme, asOf: AsOf): OriginSide {
  if (origin === null) return 'undecided';
  const { inside, widenedBy } = perimeters[scheme];
  if (isWithin(origin, inside, asOf)) return 'inside';
  return widenedBy !== null && agreementOf(origin, widenedBy, asOf) ? 'undecided' : 'outside';
}
