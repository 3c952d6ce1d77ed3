import { Injectable } from '@nestjs/common';
import type {
  createEdition,
  Edition,
  editEdition,
  moveToPhase,
  readEdition,
} from '@forum/contract/editions/editions';
import type { VisitorPage } from '@forum/contract/editions/visitor-page';
import type { RouteInput, RouteOutput } from '@forum/contract/route';
import { isShown, moveTo, requirePhase } from '@forum/domain/editions/phase';
import { DomainError } from '@forum/domain/errors';
import {
  Database,
  type Transaction,
  violatedConstraint,
  type WriteTransaction,
} from '../database/database.ts';
import { refuseField } from '../http/refuse-field.ts';
import { editionOf, type Viewer } from '../http/viewer.ts';
import { Viewers } from '../identity/viewers.ts';
import { Changes } from '../live/changes.ts';
import { Losses } from '../losses/losses.ts';
import { readHeads } from '../live/stream-heads.repository.ts';
import { streamsOfViewer } from '../live/streams-of-viewer.ts';
import { requireDates } from './edition-dates.ts';
import { EditionsRepository } from './editions.repository.ts';
import { CapitalEntity } from './entities/capital.entity.ts';
import { EditionEntity } from './entities/edition.entity.ts';
import { requireNothingOutside } from './outside-dates.repository.ts';
import { type NewPartner, replacePartners } from './partners.repository.ts';
import { RotationService } from './rotation/rotation.service.ts';
import { requireVersion } from '../http/require-version.ts';

/** Saves what a change makes of an edition, one version later; each change does so once. */
type SaveEdition = (values: Partial<Omit<EditionEntity, 'id' | 'version' | 'capital'>>) => Promise<void>;

/** Plans editions and leads them through their phases. */
@Injectable()
export class EditionsService {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionsRepository,
    private readonly rotation: RotationService,
    private readonly changes: Changes,
    private readonly viewers: Viewers,
    private readonly losses: Losses,
  ) {}

  list(viewer: Viewer): Promise<Edition[]> {
    return this.editions.listFor(this.database.reader, viewer);
  }

  read(viewer: Viewer): Promise<RouteOutput<typeof readEdition>> {
    const { id } = editionOf(viewer);
    return this.database.snapshot(async (transaction) => {
      const heads = await readHeads(transaction, id, streamsOfViewer(viewer));
      const edition = await this.editions.read(transaction, id);
      return {
        edition,
        partners: await this.editions.partners(transaction, id),
        visitors: await this.editions.visitorPage(transaction, edition.capital.id),
        heads,
      };
    });
  }

  async create(viewer: Viewer, plan: RouteInput<typeof createEdition>['body']): Promise<Edition> {
    requireDates(plan.year, plan);
    try {
      return await this.database.write(async (transaction) => {
        await this.rotation.lock(transaction);
        const [capital] = await this.editions.capitals(transaction, plan.capitalId);
        if (!capital)
          throw new DomainError('not_found', { capitalId: plan.capitalId }, 'There is no such capital.');
        await this.rotation.requireFits(transaction, plan.year, capital.id);
        await this.rotation.requireAsChosen(transaction, plan.year, capital, plan.insteadOf);
        const { year, title, venue, address, startsOn, endsOn } = plan;
        const row = transaction.manager.create(EditionEntity, {
          ...{ slug: `${capital.slug}-${year}`, year, capitalId: capital.id },
          ...{ title, venue, address, startsOn, endsOn, zone: capital.zone },
        });
        await transaction.manager.insert(EditionEntity, row);
        const edition = await this.editions.read(transaction, row.id);
        await this.#record(transaction, viewer, edition, { before: null, after: edition });
        return edition;
      });
    } catch (error) {
      const isYearTaken = ['edition_year_once', 'edition_slug_once'].includes(
        violatedConstraint(error) ?? '',
      );
      throw isYearTaken
        ? refuseField(
            'body.year',
            plan.year,
            'an edition of that year is planned already; change that one or choose another year',
          )
        : error;
    }
  }

  edit(viewer: Viewer, { version, ...change }: RouteInput<typeof editEdition>['body']): Promise<Edition> {
    return this.#write(viewer, version, async (transaction, before, save) => {
      requirePhase(before.phase, 'edit-edition');
      const after = {
        title: change.title ?? before.title,
        venue: change.venue ?? before.venue,
        address: change.address ?? before.address,
        startsOn: change.startsOn ?? before.startsOn,
        endsOn: change.endsOn ?? before.endsOn,
        contactMail: change.contactMail === undefined ? before.contactMail : change.contactMail,
        contactPhone: change.contactPhone === undefined ? before.contactPhone : change.contactPhone,
      };
      requireDates(before.year, after);
      if (after.startsOn !== before.startsOn || after.endsOn !== before.endsOn) {
        await requireNothingOutside(transaction, before, after);
      }
      await save(after);
    });
  }

  move(viewer: Viewer, { version, phase }: RouteInput<typeof moveToPhase>['body']): Promise<Edition> {
    return this.#write(viewer, version, async (transaction, before, save) => {
      const next = moveTo(before.phase, phase);
      await save({ phase: next });
      const moved = { editionId: before.id, from: before.phase, to: next };
      await this.losses.settle(transaction, viewer, 'phase', moved);
      if (isShown(before.phase) === isShown(next)) return;
      // Who may know of the edition has changed for everybody, also for those who follow it now.
      await this.changes.record(transaction, viewer, {
        editionId: before.id,
        streams: ['public'],
        type: 'rights.changed',
        entityId: before.id,
        version: before.version + 1,
      });
    });
  }

  async setPartners(viewer: Viewer, partners: readonly NewPartner[]): Promise<void> {
    await this.#write(viewer, null, async (transaction, before, save) => {
      requirePhase(before.phase, 'edit-edition');
      await replacePartners(transaction, before.id, partners);
      await save({});
    });
  }

  async editVisitorPage(viewer: Viewer, page: VisitorPage): Promise<void> {
    await this.#write(viewer, null, async (transaction, before, save) => {
      requirePhase(before.phase, 'edit-edition');
      const { entryRules, transport, embassies, emergencyNumbers } = page;
      const of = { id: before.capital.id };
      await transaction.manager.update(CapitalEntity, of, {
        ...{ entryRules, transport, embassies, emergencyNumbers },
      });
      await save({});
    });
  }

  async #write(
    viewer: Viewer,
    version: number | null,
    change: (transaction: WriteTransaction, before: Edition, save: SaveEdition) => Promise<void>,
  ): Promise<Edition> {
    const edition = await this.database.write(async (transaction) => {
      const before = await this.editions.lock(transaction, editionOf(viewer).id);
      if (version !== null) {
        requireVersion({ thing: 'The edition', current: before.version, seen: version });
      }
      const { id, phase } = before;
      await change(transaction, before, async (values) => {
        await transaction.manager.update(EditionEntity, { id }, { phase, ...values });
      });
      const after = await this.editions.read(transaction, before.id);
      await this.#record(transaction, viewer, after, { before, after });
      return after;
    });
    this.viewers.forget();
    return edition;
  }

  #record(transaction: Transaction, viewer: Viewer, edition: Edition, detail: unknown): Promise<void> {
    return this.changes.record(transaction, viewer, {
      editionId: edition.id,
      streams: ['public'],
      type: 'edition.changed',
      entityId: edition.id,
      version: edition.version,
      detail,
    });
  }
}
