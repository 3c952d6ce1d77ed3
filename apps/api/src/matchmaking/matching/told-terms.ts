import type { MatchTerm } from '@forum/contract/matchmaking/suggestions';
import type { Explanation, MatchedLine } from '@forum/domain/matchmaking/matching/pair-score';
import type { FirmProfile, ProfileLine } from '@forum/domain/matchmaking/profile';

/** The reasons of a score as one of both firms reads them; their points sum to the score. */
export function toldTerms(
  explanation: Explanation | null,
  ours: FirmProfile,
  theirs: FirmProfile,
): MatchTerm[] {
  const sideOf = (firmId: string) => (firmId === ours.firmId ? ('ours' as const) : ('theirs' as const));
  const lineOf = ({ needOf, need, offer }: MatchedLine): MatchTerm['line'] => {
    const [seeker, seller] = needOf === ours.firmId ? [ours, theirs] : [theirs, ours];
    const [needed, offered] = [seeker.needs[need], seller.offers[offer]];
    if (!needed || !offered) return null;
    return { needOf: sideOf(needOf), place: need, need: withoutNote(needed), offer: withoutNote(offered) };
  };
  return (explanation?.terms ?? []).map(({ kind, firmId, points, line, about }) => ({
    kind,
    gain: firmId === null ? null : sideOf(firmId),
    points,
    line: line && lineOf(line),
    about,
  }));
}

const withoutNote = ({ capability, mode, maturity, capacity, leadTimeWeeks }: ProfileLine) => ({
  capability,
  mode,
  maturity,
  capacity,
  leadTimeWeeks,
});
