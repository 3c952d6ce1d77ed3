import { Injectable } from '@nestjs/common';
import type { listRuleFirms, SettingsOfEdition, SettingsPreview } from '@forum/contract/matchmaking/settings';
import type { RouteOutput } from '@forum/contract/route';
import { requirePhase } from '@forum/domain/editions/phase';
import { requireSoundSettings } from '@forum/domain/matchmaking/matching/settings';
import { Database, type Transaction, type SqlReader } from '../../database/database.ts';
import { type RefusedField, refuseFields } from '../../http/refuse-field.ts';
import { type Admitted, editionOf } from '../../http/viewer.ts';
import { CapabilitiesService } from '../capabilities/capabilities.service.ts';
import { MatchingsService } from '../matching/matchings.service.ts';
import { MatchmakingChanges } from '../matchmaking-changes.ts';
import { MatchSettingsRepository } from './match-settings.repository.ts';
import { unsoundGoals, unsoundSettings } from './unsound-settings.ts';
import { requireVersion } from '../../http/require-version.ts';

/** How an edition matches firms, set by its secretariat. */
@Injectable()
export class MatchSettingsOfEditionsService {
  constructor(
    private readonly database: Database,
    private readonly settings: MatchSettingsRepository,
    private readonly matchings: MatchingsService,
    private readonly changes: MatchmakingChanges,
    private readonly capabilities: CapabilitiesService,
  ) {}

  read(viewer: Admitted): Promise<SettingsOfEdition> {
    return this.#read(this.database.reader, editionOf(viewer).id);
  }

  /** The firms that the rules name. */
  ruleFirms(viewer: Admitted): Promise<RouteOutput<typeof listRuleFirms>> {
    return this.settings.ruleFirms(this.database.reader, editionOf(viewer).id);
  }

  async save(viewer: Admitted, body: SettingsOfEdition): Promise<SettingsOfEdition> {
    const edition = editionOf(viewer);
    requirePhase(edition.phase, 'edit-edition');
    requireSoundSettings(body.settings);
    const saved = await this.database.write(async (transaction) => {
      await transaction.query('select from edition where id = $1 for no key update', [edition.id]);
      const before = await this.#read(transaction, edition.id);
      requireVersion({ thing: 'The settings of matchmaking', current: before.version, seen: body.version });
      refuseAny(await this.#unsound(transaction, edition.id, before, body));
      await this.settings.save(transaction, edition.id, body);
      const after = await this.#read(transaction, edition.id);
      // Why two kinds of parties must not meet stands in the settings only, for those who may set them.
      const detail = { before: withoutReasons(before), after: withoutReasons(after) };
      await this.changes.matching(transaction, viewer, edition.id, detail);
      return after;
    });
    this.matchings.outdate(edition.id);
    return saved;
  }

  /** What other settings would change, reckoned on the market as it is. */
  async preview(viewer: Admitted, proposed: SettingsOfEdition['settings']): Promise<SettingsPreview> {
    requireSoundSettings(proposed);
    const { id } = editionOf(viewer);
    const { reader } = this.database;
    const { settings } = await this.settings.of(reader, id);
    const taxonomy = await this.capabilities.taxonomy(reader, id);
    refuseAny(unsoundGoals(settings.goals, proposed.goals, { taxonomy }));
    return this.matchings.preview(id, proposed);
  }

  async #unsound(
    transaction: Transaction,
    editionId: string,
    before: SettingsOfEdition,
    after: SettingsOfEdition,
  ): Promise<RefusedField[]> {
    const named = after.rules.flatMap(({ between }) => between.flatMap(({ firms }) => firms ?? []));
    return unsoundSettings(before, after, {
      firms: await this.settings.firmsAmong(transaction, editionId, named),
      taxonomy: await this.capabilities.taxonomy(transaction, editionId),
      endsAt: (await this.settings.of(transaction, editionId)).endsAt,
    });
  }

  async #read(reader: SqlReader, editionId: string): Promise<SettingsOfEdition> {
    const { version, settings, rules, closesAt, terms } = await this.settings.of(reader, editionId);
    return {
      version,
      settings: settings as SettingsOfEdition['settings'],
      rules,
      terms: { deadline: closesAt, musts: terms.musts, asked: terms.asked },
    };
  }
}

function refuseAny([first, ...others]: readonly RefusedField[]): void {
  if (first) throw refuseFields('request.invalid', [first, ...others]);
}

const withoutReasons = ({ rules, ...settings }: SettingsOfEdition) => ({
  ...settings,
  rules: rules.map(({ reason: _reason, ...rule }) => rule),
});
