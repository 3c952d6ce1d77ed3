import { Injectable } from '@nestjs/common';
import type { explainMatch, Suggestions } from '@forum/contract/matchmaking/suggestions';
import type { RouteOutput } from '@forum/contract/route';
import { Database } from '../../database/database.ts';
import { requireActsFor } from '../../firms/own-firm.ts';
import { type Admitted, editionOf, mayAll } from '../../http/viewer.ts';
import { BarredPairs } from '../../meetings/requests/barred-pairs.ts';
import { actingFirm, listedFirm } from '../listed-firm.repository.ts';
import { MatchSettingsRepository } from '../settings/match-settings.repository.ts';
import { statusOf } from '../wishes/wishes-status.ts';
import { WishesRepository } from '../wishes/wishes.repository.ts';
import { CurrentSuggestionsService } from './current-suggestions.service.ts';
import { shownFirm } from './shown-firm.ts';

type Why = RouteOutput<typeof explainMatch>;

/** Whom a firm should meet, and why. */
@Injectable()
export class MatchesService {
  constructor(
    private readonly database: Database,
    private readonly current: CurrentSuggestionsService,
    private readonly wishes: WishesRepository,
    private readonly settings: MatchSettingsRepository,
    private readonly barred: BarredPairs,
  ) {}

  /** The suggestions of a firm with their reasons. */
  async suggestions(viewer: Admitted, firmId: string): Promise<Suggestions> {
    requireActsFor(viewer, firmId);
    const editionId = editionOf(viewer).id;
    const { reader } = this.database;
    await listedFirm(reader, editionId, firmId);
    const { terms, rules } = await this.settings.of(reader, editionId);
    const wishes = await this.wishes.of(reader, editionId, firmId);
    const grades = new Map(wishes.map(({ to, grade }) => [to, grade]));
    const known = await this.current.of(viewer, firmId, { rules });
    const ours = known.firms.firmOf(firmId)?.profile;
    const rows = known.suggestions?.map(({ firm, ...why }) => ({
      ...{ firm: shownFirm(firm), ...why },
      grade: grades.get(firm.id) ?? null,
    }));
    return {
      matching: known.state,
      status: statusOf(wishes, terms, new Date().toISOString()),
      speaking: ours !== undefined && ours.offers.length + ours.needs.length > 0,
      freeSlots: known.freeSlots,
      best: Math.max(0, ...(rows ?? []).map(({ score }) => score)),
      rows: rows ?? null,
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
    const wishes = await this.wishes.of(reader, editionId, firmId);
    const { terms } = await this.settings.of(reader, editionId);
    const { state, common } = await this.current.between(viewer, firmId, other);
    const verdict = await this.barred.verdict(reader, editionId, firmId, other);
    return {
      matching: state,
      common,
      grade: wishes.find(({ to }) => to === other)?.grade ?? null,
      status: statusOf(wishes, terms, new Date().toISOString()),
      barred: verdict.ok || !mayAll(viewer) ? null : { by: verdict.by, reason: verdict.reason },
    };
  }
}
