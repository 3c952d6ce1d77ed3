import { Injectable } from '@nestjs/common';
import type { WishesStatus } from '@forum/contract/matchmaking/shared';
import type { gradeWish, listWishes } from '@forum/contract/matchmaking/wishes';
import type { RouteInput, RouteOutput } from '@forum/contract/route';
import { requirePhase } from '@forum/domain/editions/phase';
import * as rules from '@forum/domain/matchmaking/wishes';
import { Database } from '../../database/database.ts';
import { requireActsFor } from '../../firms/own-firm.ts';
import { type Admitted, editionOf, personOf } from '../../http/viewer.ts';
import { listedFirm } from '../listed-firm.repository.ts';
import { CurrentSuggestionsService } from '../matching/current-suggestions.service.ts';
import { shownFirm, unknownFirm } from '../matching/shown-firm.ts';
import { MatchmakingChanges } from '../matchmaking-changes.ts';
import { MatchSettingsRepository } from '../settings/match-settings.repository.ts';
import { statusOf } from './wishes-status.ts';
import { WishesRepository } from './wishes.repository.ts';
import { lock } from '../../database/locks.ts';

/** How much a firm wishes to meet others: graded by its people, or by the secretariat on its behalf. */
@Injectable()
export class WishesService {
  constructor(
    private readonly database: Database,
    private readonly wishes: WishesRepository,
    private readonly settings: MatchSettingsRepository,
    private readonly suggestions: CurrentSuggestionsService,
    private readonly changes: MatchmakingChanges,
  ) {}

  async list(viewer: Admitted, firmId: string): Promise<RouteOutput<typeof listWishes>> {
    requireActsFor(viewer, firmId);
    const editionId = editionOf(viewer).id;
    const { reader } = this.database;
    await listedFirm(reader, editionId, firmId);
    const { terms, rules: meetingRules } = await this.settings.of(reader, editionId);
    const listed = await this.wishes.listed(reader, editionId, firmId);
    const { suggestions, firms, state } = await this.suggestions.of(viewer, firmId, {
      rules: meetingRules,
      others: listed.map(({ id }) => id),
    });
    const wishes = await this.wishes.of(reader, editionId, firmId);
    const suggested = suggestions?.map(({ firm }) => firm.id);
    const now = new Date().toISOString();
    return {
      matching: state,
      status: statusOf(wishes, terms, now),
      rows: listed.map(({ grade, gradedAt, gradedBy, ...firm }) => {
        const known = firms.firmOf(firm.id);
        return { firm: known ? shownFirm(known) : unknownFirm(firm), grade, gradedAt, gradedBy };
      }),
      ungraded: suggested ? rules.missingWishes(wishes, suggested, terms, now).ungraded.length : null,
    };
  }

  /** Grades a wish or takes it back; one about a firm that must not be met is kept like any other. */
  grade(
    viewer: Admitted,
    firmId: string,
    { to, grade }: RouteInput<typeof gradeWish>['body'],
  ): Promise<WishesStatus> {
    const edition = editionOf(viewer);
    requirePhase(edition.phase, 'request-meeting');
    requireActsFor(viewer, firmId);
    return this.database.write(async (transaction) => {
      await listedFirm(transaction, edition.id, firmId);
      await listedFirm(transaction, edition.id, to);
      // Musts are counted: two people of a firm grade one after the other.
      await lock(transaction, 'wishes', firmId);
      const before = await this.wishes.of(transaction, edition.id, firmId);
      const { terms } = await this.settings.of(transaction, edition.id);
      const now = new Date().toISOString();
      const after = grade
        ? rules.gradeWish(before, { from: firmId, to, grade }, terms, now)
        : rules.withdrawWish(before, to, terms, now);
      if (grade) {
        await this.wishes.save(transaction, edition.id, { from: firmId, to, grade }, personOf(viewer).id);
      } else {
        await this.wishes.remove(transaction, edition.id, firmId, to);
      }
      const was = before.find((wish) => wish.to === to)?.grade ?? null;
      await this.changes.ofFirm(transaction, viewer, 'wish.changed', {
        editionId: edition.id,
        firmId,
        detail: { before: { to, grade: was }, after: { to, grade } },
      });
      return statusOf(after, terms, now);
    });
  }
}
