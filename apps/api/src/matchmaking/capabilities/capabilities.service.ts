import { Injectable } from '@nestjs/common';
import type {
  CapabilityEntry,
  editCapability,
  listCapabilities,
} from '@forum/contract/matchmaking/capabilities';
import type { RouteInput } from '@forum/contract/route';
import { requirePhase } from '@forum/domain/editions/phase';
import { capabilitySearch } from '@forum/domain/matchmaking/taxonomy/search';
import { type Taxonomy, taxonomyOf } from '@forum/domain/matchmaking/taxonomy/taxonomy';
import { Database, type SqlReader } from '../../database/database.ts';
import { type Admitted, editionOf } from '../../http/viewer.ts';
import { MatchmakingChanges } from '../matchmaking-changes.ts';
import { editionCapabilities, saysWhatWasShipped } from './edition-capabilities.ts';
import { lock } from '../../database/locks.ts';
import { changesOf } from './capabilities.repository.ts';

/** The list of capabilities of an edition, which its secretariat may edit. */
@Injectable()
export class CapabilitiesService {
  constructor(
    private readonly database: Database,
    private readonly changes: MatchmakingChanges,
  ) {}

  /** The list of an edition, as profiles and matching read it. */
  async taxonomy(reader: SqlReader, editionId: string): Promise<Taxonomy> {
    return taxonomyOf(editionCapabilities(await changesOf(reader, editionId)));
  }

  async list(
    viewer: Admitted,
    { search, hidden }: RouteInput<typeof listCapabilities>['query'],
  ): Promise<CapabilityEntry[]> {
    const all = editionCapabilities(await changesOf(this.database.reader, editionOf(viewer).id));
    const entries = hidden ? all : all.filter((entry) => !entry.hidden);
    if (!search) return entries;
    const byCode = new Map(entries.map((entry) => [entry.code, entry]));
    return capabilitySearch({ capabilities: entries, byCode })(search).flatMap(
      ({ code }) => byCode.get(code) ?? [],
    );
  }

  /** Changes or adds one capability; a list that would contradict itself is refused. */
  edit(viewer: Admitted, body: RouteInput<typeof editCapability>['body']): Promise<CapabilityEntry> {
    const edition = editionOf(viewer);
    requirePhase(edition.phase, 'edit-edition');
    return this.database.write(async (transaction) => {
      await lock(transaction, 'capabilities', edition.id);
      const before = await changesOf(transaction, edition.id);
      const others = before.filter(({ code }) => code !== body.code);
      const after = saysWhatWasShipped(body) ? others : [...others, body];
      const entries = editionCapabilities(after);
      taxonomyOf(entries);
      await transaction.query('delete from capability_change where edition_id = $1 and code = $2', [
        edition.id,
        body.code,
      ]);
      if (after !== others) {
        await transaction.query(
          `insert into capability_change (edition_id, code, title, title_ko, parent, synonyms, hidden)
           values ($1, $2, $3, $4, $5, $6, $7)`,
          [edition.id, body.code, body.title, body.titleKo, body.parent, body.synonyms, body.hidden],
        );
      }
      await this.changes.matching(transaction, viewer, edition.id, {
        before: before.find(({ code }) => code === body.code) ?? null,
        after: body,
      });
      const entry = entries.find(({ code }) => code === body.code);
      if (!entry) throw new Error(`${body.code} was saved and is not in the list.`);
      return entry;
    });
  }
}
