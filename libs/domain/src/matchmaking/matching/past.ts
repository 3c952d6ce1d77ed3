import type { OpenStage } from '../../outcomes/ledger.ts';
import { share } from './line-points.ts';
import type { MatchWeights } from './settings.ts';

/** What two firms did in past editions, as far as matching needs to know. */
export interface PastPair {
  readonly firms: readonly [string, string];
  /** Whether they have met. */
  readonly met: boolean;
  /** The furthest step of theirs that is still under way; null for none. */
  readonly underWay: OpenStage | null;
  /** Whether they have signed a contract. */
  readonly contract: boolean;
  /** Those of the two who once did not come. */
  readonly absent: readonly string[];
}

/** What the common past brings to each of two firms: one reason at most, so that nothing counts twice. */
export interface PastGain {
  readonly kind: 'underWay' | 'contract' | 'metBefore';
  readonly points: number;
  /** The step that is under way. */
  readonly about: OpenStage | null;
}

/** How much of `underWay` each step brings, in percent: the further two have come, the more there is to talk about. */
const stageShares: Record<OpenStage, number> = { interest: 40, nda: 60, mou: 80, pilot: 100 };

/**
 * What the past of two firms brings to each of them. Something under way counts for the meeting. A contract with nothing
 * else open needs no further introduction and takes off; so does having met without anything since. What is under way
 * goes before a contract, and a contract before having met. For an MoU at 30 points: 24.
 */
export function pastGain(past: PastPair, weights: MatchWeights): PastGain | null {
  const { underWay, contract, met } = past;
  if (underWay) {
    return { kind: 'underWay', points: share(weights.underWay, stageShares[underWay]), about: underWay };
  }
  if (contract) return { kind: 'contract', points: -weights.contract, about: null };
  return met ? { kind: 'metBefore', points: -weights.metBefore, about: null } : null;
}

/** What is known of every pair with a past, by both orders of its firms. */
export function pastByPair(past: readonly PastPair[]): (a: string, b: string) => PastPair | null {
  const known = new Map(past.map((pair) => [keyOf(...pair.firms), pair]));
  return (a, b) => known.get(keyOf(a, b)) ?? null;
}

/** One key for both orders. JSON keeps firms apart whatever their ids contain. */
const keyOf = (a: string, b: string) => JSON.stringify(a < b ? [a, b] : [b, a]);
