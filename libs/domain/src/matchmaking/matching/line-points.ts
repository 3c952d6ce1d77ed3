import { modeFit } from '../cooperation.ts';
import { capacities, type Capacity, type ProfileLine } from '../profile.ts';
import type { MatchWeights } from './settings.ts';

/** The points of one need met by one offer, by what they are for. */
export interface LinePoints {
  readonly capability: number;
  readonly mode: number;
  readonly maturity: number;
  readonly capacity: number;
  readonly leadTime: number;
}

/** The parts of a line's points, in the order in which an explanation lists them. */
export const lineParts = ['capability', 'mode', 'maturity', 'capacity', 'leadTime'] as const;

/**
 * The points of a need met by an offer; null when they have nothing to do with each other: another capability, or a way
 * to cooperate that does not help. Each part is its weight times a fit in percent, rounded down.
 *
 * @param closeness how near the two capabilities are, in percent (`taxonomy/closeness.ts`)
 */
export function linePoints(
  need: ProfileLine,
  offer: ProfileLine,
  closeness: number,
  weights: MatchWeights,
): LinePoints | null {
  const mode = modeFit(need.mode, offer.mode);
  if (closeness === 0 || mode === 0) return null;
  return {
    capability: share(weights.capability, closeness),
    mode: share(weights.mode, mode),
    maturity: share(weights.maturity, maturityFit(need.maturity, offer.maturity)),
    capacity: share(weights.capacity, capacityFit(need.capacity, offer.capacity)),
    leadTime: share(weights.leadTime, leadTimeFit(need.leadTimeWeeks, offer.leadTimeWeeks)),
  };
}

/** The sum of a line's parts. */
export function sumOf(points: LinePoints): number {
  return lineParts.reduce((sum, part) => sum + points[part], 0);
}

/** A percentage of whole points, rounded down. */
export function share(points: number, percent: number): number {
  return Math.floor((points * percent) / 100);
}

/** How ready an offer is for a need, in percent: as ready as asked or more 100, one level below 60, two 30; unknown 0. */
export function maturityFit(need: number | null, offer: number | null): number {
  if (need === null || offer === null) return 0;
  return [100, 60, 30][Math.max(0, need - offer)] ?? 0;
}

/** Whether an offer is large enough for a need, in percent: one class below is half; unknown is 0. */
export function capacityFit(need: Capacity | null, offer: Capacity | null): number {
  if (need === null || offer === null) return 0;
  return [100, 50][Math.max(0, capacities.indexOf(need) - capacities.indexOf(offer))] ?? 0;
}

/** Whether an offer comes in time for a need, in percent: up to twice the weeks is half; unknown is 0. */
export function leadTimeFit(need: number | null, offer: number | null): number {
  if (need === null || offer === null) return 0;
  if (offer <= need) return 100;
  return offer <= 2 * need ? 50 : 0;
}
