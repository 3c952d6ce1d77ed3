/** What two firms did in past editions, as far as matching needs to know. */
export interface PastPair {
  readonly firms: readonly [string, string];
  /** Whether they have met. */
  readonly met: boolean;
  /** Whether an NDA, an MoU or a pilot of theirs is still under way. */
  readonly underWay: boolean;
  /** Those of the two who once did not come. */
  readonly absent: readonly string[];
}

/** What is known of every pair with a past, by both orders of its firms. */
export function pastByPair(past: readonly PastPair[]): (a: string, b: string) => PastPair | null {
  const known = new Map(past.map((pair) => [keyOf(...pair.firms), pair]));
  return (a, b) => known.get(keyOf(a, b)) ?? null;
}

/** One key for both orders. JSON keeps firms apart whatever their ids contain. */
const keyOf = (a: string, b: string) => JSON.stringify(a < b ? [a, b] : [b, a]);
