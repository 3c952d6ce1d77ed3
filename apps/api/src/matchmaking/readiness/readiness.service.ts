import { Injectable } from '@nestjs/common';
import type { listReadiness, remindFirms } from '@forum/contract/matchmaking/readiness';
import type { RouteInput, RouteOutput } from '@forum/contract/route';
import { progressOf } from '@forum/domain/matchmaking/profile-progress';
import { matchesAll, fold } from '@forum/domain/text/fold';
import { Database } from '../../database/database.ts';
import { noSuchFirm } from '../../firms/firms.repository.ts';
import { type Admitted, editionOf } from '../../http/viewer.ts';
import { emptyContent, profileOf } from '../profiles/profile-content.ts';
import { MatchSettingsRepository } from '../settings/match-settings.repository.ts';
import { ReadinessRepository } from './readiness.repository.ts';
import { WishReminders } from './wish-reminders.ts';

/** Which firms are ready to be matched and planned, and reminding those that are not. */
@Injectable()
export class ReadinessService {
  constructor(
    private readonly database: Database,
    private readonly readiness: ReadinessRepository,
    private readonly settings: MatchSettingsRepository,
    private readonly reminders: WishReminders,
  ) {}

  async list(
    viewer: Admitted,
    { offset, limit, lack, search = '' }: RouteInput<typeof listReadiness>['query'],
  ): Promise<RouteOutput<typeof listReadiness>> {
    const editionId = editionOf(viewer).id;
    const { terms } = await this.settings.of(this.database.reader, editionId);
    const all = (await this.readiness.of(this.database.reader, editionId, today())).map((firm) => {
      const { level, percent } = progressOf(profileOf(firm.id, firm.content ?? emptyContent));
      return { ...firm, level, percent };
    });
    const lacksProfile = ({ confirmed }: (typeof all)[number]) => !confirmed;
    const lacksWishes = ({ wishes }: (typeof all)[number]) => wishes < terms.asked;
    const lacksAny = (firm: (typeof all)[number]) => lacksProfile(firm) || lacksWishes(firm);
    const chosen = all
      .filter((firm) =>
        lack === 'profile' ? lacksProfile(firm) : lack === 'wishes' ? lacksWishes(firm) : true,
      )
      .filter(({ name }) => matchesAll(fold(name), search));
    return {
      total: chosen.length,
      counts: {
        firms: all.length,
        profile: all.filter(lacksProfile).length,
        wishes: all.filter(lacksWishes).length,
      },
      rows: chosen.slice(offset, offset + limit).map((firm) => ({
        firm: { id: firm.id, name: firm.name, country: firm.country },
        confirmed: firm.confirmed,
        level: firm.level,
        percent: firm.percent,
        wishes: firm.wishes,
        asked: terms.asked,
        remindedAt: firm.remindedAt,
        remindable: lacksAny(firm) ? firm.unreminded : 0,
      })),
    };
  }

  /** Mails the representatives of these firms, if something is still missing; each at most once a day. */
  async remind(viewer: Admitted, firmIds: readonly string[]): Promise<RouteOutput<typeof remindFirms>> {
    const edition = editionOf(viewer);
    return this.database.write(async (transaction) => {
      const day = today();
      const known = new Set((await this.readiness.of(transaction, edition.id, day)).map(({ id }) => id));
      const strange = firmIds.find((firmId) => !known.has(firmId));
      if (strange) throw noSuchFirm(strange);
      return { mails: await this.reminders.remind(transaction, edition.id, firmIds, day) };
    });
  }
}

/** The occasion of reminders that are sent by hand: each person gets one a day at most. */
const today = () => new Date().toISOString().slice(0, 10);
