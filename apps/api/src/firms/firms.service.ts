import { Injectable } from '@nestjs/common';
import type { Profile } from '@forum/contract/delegations/people';
import type { editFirm, Firm, listFirms, readFirm } from '@forum/contract/firms/firms';
import type { createFirm } from '@forum/contract/firms/listing';
import type { RouteInput, RouteOutput } from '@forum/contract/route';
import { phaseAllows, requirePhase } from '@forum/domain/editions/phase';
import { DomainError } from '@forum/domain/errors';
import { firmKey } from '@forum/domain/firms/firm-difference';
import { fold } from '@forum/domain/text/fold';
import { Database } from '../database/database.ts';
import { refuseField } from '../http/refuse-field.ts';
import { type Admitted, editionOf, mayAll, relationsOf } from '../http/viewer.ts';
import { requireVersion } from '../http/require-version.ts';
import { FirmChanges } from './firm-changes.ts';
import { FirmsRepository } from './firms.repository.ts';
import { lockFirms, firmsByKey } from './known-firms.repository.ts';
import { requireActsFor } from './own-firm.ts';
import { one } from '../database/one.ts';

/** The firms of an edition: who sees, edits and adds them. */
@Injectable()
export class FirmsService {
  constructor(
    private readonly database: Database,
    private readonly repository: FirmsRepository,
    private readonly changes: FirmChanges,
  ) {}

  list(
    viewer: Admitted,
    query: RouteInput<typeof listFirms>['query'],
  ): Promise<RouteOutput<typeof listFirms>> {
    const onlyFirm = mayAll(viewer) ? null : viewer.standing.firmId;
    if (!mayAll(viewer) && !onlyFirm) throw new DomainError('not_found', {}, 'You represent no firm here.');
    return this.repository.list(editionOf(viewer).id, onlyFirm, query);
  }

  async page(viewer: Admitted, firmId: string): Promise<RouteOutput<typeof readFirm>> {
    requireActsFor(viewer, firmId);
    const isOrganiser = relationsOf(viewer, 'firm.edit').includes('any');
    const own = isOrganiser || viewer.standing.firmId === firmId;
    const page = await this.repository.page(editionOf(viewer).id, firmId, own ? 'all' : 'found');
    const canAsk = relationsOf(viewer, 'meeting.request').length > 0 && viewer.standing.teamIds.length > 0;
    const isTime = phaseAllows(editionOf(viewer).phase, 'request-meeting').ok;
    const isOther = viewer.standing.firmId !== firmId && page.teams.length > 0;
    return { ...page, own, canRequest: canAsk && isTime && isOther };
  }

  async colleagues(viewer: Admitted, firmId: string): Promise<Profile[]> {
    requireActsFor(viewer, firmId);
    const { id } = await this.repository.one(this.database.reader, editionOf(viewer).id, firmId);
    return this.repository.people(editionOf(viewer).id, id);
  }

  /** Changes how a firm stands in the directory. */
  edit(viewer: Admitted, firmId: string, body: RouteInput<typeof editFirm>['body']): Promise<Firm> {
    const edition = editionOf(viewer);
    requirePhase(edition.phase, 'edit-edition');
    requireActsFor(viewer, firmId);
    return this.database.write(async (transaction) => {
      await transaction.query('select id from firm where id = $1 for no key update', [firmId]);
      const before = await this.repository.one(transaction, edition.id, firmId);
      requireVersion({
        thing: before.name,
        current: before.version,
        seen: body.version,
        details: { firm: before.id },
      });
      await transaction.query(
        `update firm set description = coalesce($2, description), website = case when $4 then $3 else website end,
           version = version + 1 where id = $1`,
        [firmId, body.description ?? null, body.website ?? null, body.website !== undefined],
      );
      await transaction.query(
        'update firm_in_edition set categories = coalesce($3, categories) where edition_id = $1 and firm_id = $2',
        [edition.id, firmId, body.categories ? [...new Set(body.categories)] : null],
      );
      const after = await this.repository.one(transaction, edition.id, firmId);
      await this.changes.record(transaction, viewer, {
        editionId: edition.id,
        firm: after,
        detail: { before, after },
      });
      return after;
    });
  }

  /** Adds a firm to the edition; one that took part before is the same firm. */
  create(viewer: Admitted, body: RouteInput<typeof createFirm>['body']): Promise<Firm> {
    const edition = editionOf(viewer);
    requirePhase(edition.phase, 'edit-edition');
    return this.database.write(async (transaction) => {
      await lockFirms(transaction);
      const known = (await firmsByKey(transaction)).get(firmKey(body));
      const made = one(
        await transaction.query<{ id: string }>(
          `insert into firm (id, name, folded_name, country, website) values (coalesce($1, uuidv7()), $2, $3, $4, $5)
         on conflict (id) do update set website = coalesce(firm.website, excluded.website) returning id`,
          [known ?? null, body.name, fold(body.name), body.country, body.website],
        ),
      );
      const id = made.id;
      const listed = await transaction.query(
        `insert into firm_in_edition as e (edition_id, firm_id, categories, stand, listed_website) values ($1, $2, $3, $4, $5)
         on conflict (edition_id, firm_id) do update
         set categories = excluded.categories, stand = excluded.stand, listed_website = excluded.listed_website, removed_at = null where e.removed_at is not null
         returning firm_id`,
        [edition.id, id, [...new Set(body.categories)], body.stand, body.website],
      );
      if (listed.length === 0) throw refuseField('body.name', body.name, 'is in this edition already');
      const after = await this.repository.one(transaction, edition.id, id);
      await this.changes.record(transaction, viewer, {
        editionId: edition.id,
        firm: after,
        detail: { before: null, after },
      });
      return after;
    });
  }
}
