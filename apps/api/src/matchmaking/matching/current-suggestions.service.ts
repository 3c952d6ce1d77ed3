import { Injectable } from '@nestjs/common';
import type { MatchingState } from '@forum/contract/matchmaking/shared';
import type { MatchTerm } from '@forum/contract/matchmaking/suggestions';
import type { Suggestion } from '@forum/domain/matchmaking/matching/match-firms';
import type { MeetingRule } from '@forum/domain/matchmaking/who-may-meet';
import { type Admitted, editionOf } from '../../http/viewer.ts';
import { type CurrentFirms, CurrentFirmsOfService } from './current-firms.service.ts';
import type { MarketFirm } from './edition-market.ts';
import type { EditionMatching } from './matcher.service.ts';
import { MatchingsService } from './matchings.service.ts';
import { toldTerms } from './told-terms.ts';

/** What two firms have in common, as one of them reads it. */
interface Common {
  score: number;
  terms: MatchTerm[];
}

/** A firm that may be suggested now. */
interface CurrentSuggestion extends Common {
  firm: MarketFirm;
  why: Suggestion['why'];
}

/** What is suggested to a firm now. */
interface Known {
  state: MatchingState;
  /** Best first; null while the first matching is being computed. */
  suggestions: CurrentSuggestion[] | null;
  freeSlots: number | null;
  firms: CurrentFirms;
}

/**
 * Tells what the last finished matching suggests, by what is so now: whom the edition no longer lists, who may not be met,
 * and what a firm no longer says is left out, however old the matching is. It decides who would fit, never who is shown.
 */
@Injectable()
export class CurrentSuggestionsService {
  constructor(
    private readonly matchings: MatchingsService,
    private readonly current: CurrentFirmsOfService,
  ) {}

  /** What is suggested to a firm, and that firm and these others as they are now. */
  async of(
    viewer: Admitted,
    firmId: string,
    { rules, others = [] }: { rules: readonly MeetingRule[]; others?: readonly string[] },
  ): Promise<Known> {
    const { matching, state } = this.matchings.seenBy(viewer, firmId);
    const suggested = matching?.suggestions(firmId) ?? [];
    const firms = await this.current.read(editionOf(viewer).id, firmId, {
      rules,
      others: [...suggested.map((one) => one.firmId), ...others],
    });
    const ours = firms.firmOf(firmId);
    const suggestions = suggested.flatMap(({ firmId: other, why }): CurrentSuggestion[] => {
      const firm = firms.firmOf(other);
      if (!matching || !ours || !firm || !firms.mayMeet(other)) return [];
      const common = commonOf(matching, ours, firm);
      return common.score > 0 ? [{ firm, why, ...common }] : [];
    });
    return {
      state,
      // Sorting is stable: those of one score stay as the matching drew them.
      suggestions: matching && suggestions.sort((one, other) => other.score - one.score),
      freeSlots: matching?.freeSlotsOf(firmId) ?? null,
      firms,
    };
  }

  /** What a firm has in common with another, whether they may meet or not; null while the first matching is being computed. */
  async between(
    viewer: Admitted,
    firmId: string,
    other: string,
  ): Promise<{ state: MatchingState; common: Common | null }> {
    const { matching, state } = this.matchings.seenBy(viewer, firmId);
    const { firmOf } = await this.current.read(editionOf(viewer).id, firmId, { others: [other], rules: [] });
    const [ours, theirs] = [firmOf(firmId), firmOf(other)];
    if (!matching) return { state, common: null };
    return { state, common: ours && theirs ? commonOf(matching, ours, theirs) : { score: 0, terms: [] } };
  }
}

function commonOf({ explain }: EditionMatching, ours: MarketFirm, theirs: MarketFirm): Common {
  const explanation = explain(ours.profile, theirs.profile);
  return { score: explanation?.score ?? 0, terms: toldTerms(explanation, ours.profile, theirs.profile) };
}
