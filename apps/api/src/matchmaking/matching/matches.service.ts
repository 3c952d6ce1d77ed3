import { Injectable } from '@nestjs/common';
import { type explainMatch, type Suggestions } from '@forum/contract/matchmaking';
import { type RouteOutput } from '@forum/contract/route';
import { Database } from '../../database/database.ts';
import { requireActsFor } from '../../firms/own-firm.ts';
import { type Admitted, editionOf, mayAll } from '../../http/viewer.ts';
import { BarredPairs } from '../../meetings/barred-pairs.ts';
import { actingFirm, listedFirm } from '../listed-firm.ts';
import { NoMeetsRepository } from '../no-meets/no-meets.repository.ts';
import { statusOf } from '../wishes/wishes-status.ts';
import { WishesRepository } from '../wishes/wishes.repository.ts';
import { shownFirm } from './shown-firm.ts';
import { type EditionMatching } from './matcher.service.ts';
import { Matchings } from './matchings.service.ts';
import { MatchSettingsRepository } from '../settings/match-settings.repository.ts';
import { toldTerms } from './told-terms.ts';

type Why = RouteOutput<typeof explainMatch>;

/** Whom a firm should meet, and why. */
@Injectable()
export class Matches {
  constructor(
    private readonly database: Database,
    private readonly matchings: Matchings,
    private readonly wishes: WishesRepository,
    private readonly noMeets: NoMeetsRepository,
    private readonly settings: MatchSettingsRepository,
    private readonly barred: BarredPairs,
  ) {}

  /** The suggestions of a firm with their reasons; whom it must not meet since a moment ago is left out as well. */
  async suggestions(viewer: Admitted, firmId: string): Promise<Suggestions> {
    requireActsFor(viewer, firmId);
    const editionId = editionOf(viewer).id;
    const { reader } = this.database;
    await listedFirm(reader, editionId, firmId);
    const edition = await this.matchings.seenBy(viewer, firmId);
    const wishes = await this.wishes.of(reader, editionId, firmId);
    const grades = new Map(wishes.map(({ to, grade }) => [to, grade]));
    const { terms } = await this.settings.of(reader, editionId);
    const barred = await this.noMeets.partnersOf(reader, editionId, firmId);
    const ours = edition.firmOf(firmId)?.profile;
    const rows = edition
      .suggestions(firmId)
      .filter((suggestion) => !barred.has(suggestion.firmId))
      .flatMap(({ firmId: other, score, why }) => {
        const firm = edition.firmOf(other);
        if (!firm) return [];
        const grade = grades.get(other) ?? null;
        return [{ firm: shownFirm(firm), score, why, terms: termsBetween(edition, firmId, other), grade }];
      });
    return {
      status: statusOf(wishes, terms, new Date().toISOString()),
      speaking: ours !== undefined && ours.offers.length + ours.needs.length > 0,
      freeSlots: edition.freeSlotsOf(firmId),
      best: Math.max(0, ...rows.map(({ score }) => score)),
      rows,
    };
  }

  /**
   * Why two firms should meet. What they have in common is told whether they may meet or not, as it is of a firm without
   * a free slot, so nobody can tell the one from the other; only the host learns why they may not.
   */
  async explain(viewer: Admitted, other: string, named: string | undefined): Promise<Why> {
    const editionId = editionOf(viewer).id;
    const { reader } = this.database;
    await listedFirm(reader, editionId, other);
    const firmId = actingFirm(viewer, named);
    await listedFirm(reader, editionId, firmId);
    const edition = await this.matchings.seenBy(viewer, firmId);
    const wishes = await this.wishes.of(reader, editionId, firmId);
    const { terms: wishTerms } = await this.settings.of(reader, editionId);
    const terms = termsBetween(edition, firmId, other);
    const verdict = await this.barred.verdict(reader, editionId, firmId, other);
    return {
      score: terms.reduce((sum, { points }) => sum + points, 0),
      terms,
      grade: wishes.find(({ to }) => to === other)?.grade ?? null,
      status: statusOf(wishes, wishTerms, new Date().toISOString()),
      barred: verdict.ok || !mayAll(viewer) ? null : { by: verdict.by, reason: verdict.reason },
    };
  }
}

function termsBetween({ explain, firmOf }: EditionMatching, firmId: string, other: string) {
  const [ours, theirs] = [firmOf(firmId)?.profile, firmOf(other)?.profile];
  return ours && theirs ? toldTerms(explain(firmId, other), ours, theirs) : [];
}
