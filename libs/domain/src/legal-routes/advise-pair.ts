import {
  adviseFirm,
  leastOpen,
  packOn,
  reason,
  verdictOf,
  type Advising,
  type Openness,
  type RouteVerdict,
} from './advise.ts';
import type { RouteFacts } from './facts.ts';
import type { RouteScheme } from './rule-pack.ts';

/** Whether a scheme is open to two firms together, and what it says to each alone. */
export interface PairVerdict extends RouteVerdict {
  readonly alone: readonly [RouteVerdict, RouteVerdict];
}

/**
 * Whether a scheme is open to two firms together on a day. Where both must be able to take part, the less open counts.
 * Where one may lead, a firm that is shut out takes part as a supplier, with conditions, of one that is not; but while
 * it is unknown whether either could take part, so is what they can do together.
 */
export function advisePair(
  scheme: RouteScheme,
  firms: readonly [RouteFacts, RouteFacts],
  advising: Advising,
): PairVerdict {
  const [one, other] = [adviseFirm(scheme, firms[0], advising), adviseFirm(scheme, firms[1], advising)];
  const pack = packOn(scheme, advising);
  if (!pack) return { ...one, alone: [one, other] };
  const each: Openness[] = [one.openness, other.openness];
  const joined =
    pack.pair.together === 'one-leads' && isSupply(each) ? 'open-with-conditions' : leastOpen(each);
  const together = reason(pack.pair, joined, pack.pair.says);
  return { ...verdictOf(scheme, [together], pack, advising.day), alone: [one, other] };
}

const isSupply = (each: readonly Openness[]) =>
  each.filter((openness) => openness === 'closed').length === 1 && !each.includes('unknown');
