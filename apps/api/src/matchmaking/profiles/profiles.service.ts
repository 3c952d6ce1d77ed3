import { Injectable } from '@nestjs/common';
import type {
  carryOverProfile,
  OwnProfile,
  saveProfile,
  seeProfile,
} from '@forum/contract/matchmaking/profiles';
import type { RouteInput, RouteOutput } from '@forum/contract/route';
import { requirePhase } from '@forum/domain/editions/phase';
import { carryOver } from '@forum/domain/matchmaking/carry-over';
import { requireSoundProfile } from '@forum/domain/matchmaking/profile';
import { progressOf } from '@forum/domain/matchmaking/profile-progress';
import { profileSuggester } from '@forum/domain/matchmaking/taxonomy/suggest-profile';
import { Database, type Transaction } from '../../database/database.ts';
import { requireActsFor } from '../../firms/own-firm.ts';
import { type Admitted, editionOf, personOf } from '../../http/viewer.ts';
import { CapabilitiesService } from '../capabilities/capabilities.service.ts';
import { listedFirm } from '../listed-firm.repository.ts';
import { MatchingsService } from '../matching/matchings.service.ts';
import { MatchmakingChanges } from '../matchmaking-changes.ts';
import { contentOf, directoryContent, emptyContent, profileOf } from './profile-content.ts';
import { ProfilesRepository } from './profiles.repository.ts';
import { requireVersion } from '../../http/require-version.ts';

/** What a firm says it offers and needs: written by its own people, seen by others once it is confirmed. */
@Injectable()
export class ProfilesService {
  constructor(
    private readonly database: Database,
    private readonly profiles: ProfilesRepository,
    private readonly capabilities: CapabilitiesService,
    private readonly changes: MatchmakingChanges,
    private readonly matchings: MatchingsService,
  ) {}

  read(viewer: Admitted, firmId: string): Promise<OwnProfile> {
    requireActsFor(viewer, firmId);
    return this.database.snapshot((transaction) => this.#own(transaction, editionOf(viewer).id, firmId));
  }

  /** Saves all of it; whoever has not seen the newest is told how it stands, so that nothing is lost. */
  async save(
    viewer: Admitted,
    firmId: string,
    body: RouteInput<typeof saveProfile>['body'],
  ): Promise<OwnProfile> {
    const edition = editionOf(viewer);
    requirePhase(edition.phase, 'edit-edition');
    requireActsFor(viewer, firmId);
    const saved = await this.database.write(async (transaction) => {
      await transaction.query(
        'select from firm_in_edition where edition_id = $1 and firm_id = $2 for no key update',
        [edition.id, firmId],
      );
      await listedFirm(transaction, edition.id, firmId);
      const before = await this.profiles.of(transaction, edition.id, firmId);
      requireVersion({
        thing: 'The profile',
        current: before?.version ?? 0,
        seen: body.version,
        details: { content: before?.content ?? null, by: before?.updatedBy ?? null },
      });
      requireSoundProfile(
        profileOf(firmId, body.content),
        await this.capabilities.taxonomy(transaction, edition.id),
      );
      const version = await this.profiles.save(transaction, {
        editionId: edition.id,
        firmId,
        content: body.content,
        confirmed: body.confirmed,
        personId: personOf(viewer).id,
      });
      await this.changes.ofFirm(transaction, viewer, 'profile.changed', {
        editionId: edition.id,
        firmId,
        version,
        detail: { before: before?.content ?? null, after: body.content },
      });
      return this.#own(transaction, edition.id, firmId);
    });
    this.matchings.outdate(edition.id);
    return saved;
  }

  /** The profile of an earlier edition, for the firm to look at; it is kept only when the firm saves it. */
  carryOver(viewer: Admitted, firmId: string): Promise<RouteOutput<typeof carryOverProfile>> {
    const edition = editionOf(viewer);
    requireActsFor(viewer, firmId);
    return this.database.snapshot(async (transaction) => {
      await listedFirm(transaction, edition.id, firmId);
      const earlier = await this.profiles.earlier(transaction, edition.id, firmId);
      if (!earlier) return { edition: null, content: null, dropped: [] };
      const taxonomy = await this.capabilities.taxonomy(transaction, edition.id);
      const carried = carryOver(profileOf(firmId, earlier.content), taxonomy, { consented: true });
      if (!carried) return { edition: null, content: null, dropped: [] };
      return {
        edition: earlier.edition,
        content: contentOf(carried.profile),
        dropped: [...carried.dropped],
      };
    });
  }

  /** A firm as others see it: what it has confirmed, or what the directory says. */
  see(viewer: Admitted, firmId: string): Promise<RouteOutput<typeof seeProfile>> {
    requireActsFor(viewer, firmId);
    const editionId = editionOf(viewer).id;
    return this.database.snapshot(async (transaction) => {
      const firm = await listedFirm(transaction, editionId, firmId);
      const kept = await this.profiles.of(transaction, editionId, firmId);
      const directory = async () => {
        const taxonomy = await this.capabilities.taxonomy(transaction, editionId);
        return directoryContent(firm.country, profileSuggester(taxonomy)(firm.categories).offers);
      };
      const content = kept ? (kept.confirmed ? kept.content : emptyContent) : await directory();
      const { size, establishedIn, offers, needs } = content;
      return { size, establishedIn, offers, needs, confirmed: kept?.confirmed ?? false };
    });
  }

  async #own(transaction: Transaction, editionId: string, firmId: string): Promise<OwnProfile> {
    const firm = await listedFirm(transaction, editionId, firmId);
    const kept = await this.profiles.of(transaction, editionId, firmId);
    const earlier = await this.profiles.earlier(transaction, editionId, firmId);
    const suggest = profileSuggester(await this.capabilities.taxonomy(transaction, editionId));
    const suggested = kept?.confirmed ? { offers: [], unread: [] } : suggest(firm.categories);
    const content = kept?.content ?? {
      ...emptyContent,
      establishedIn: firm.country ? [firm.country] : null,
    };
    const progress = progressOf(profileOf(firmId, content));
    return {
      version: kept?.version ?? 0,
      confirmed: kept?.confirmed ?? false,
      content,
      progress: { ...progress, missing: [...progress.missing] },
      updatedAt: kept?.updatedAt ?? null,
      updatedBy: kept?.updatedBy ?? null,
      suggested: {
        offers: suggested.offers.map((offer) => ({ ...offer, because: [...offer.because] })),
        unread: [...suggested.unread],
      },
      earlier: earlier?.edition ?? null,
    };
  }
}
