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
import { Database, type Transaction, violatedConstraint } from '../database/database.ts';
import { refuseField } from '../http/refuse-field.ts';
import { editionOf, type Viewer } from '../http/viewer.ts';
import { Viewers } from '../identity/viewers.ts';
import { Changes } from '../live/changes.ts';
import { Losses } from '../losses/losses.ts';
import { readHeads } from '../live/stream-heads.repository.ts';
import { streamsOfViewer } from '../live/streams-of-viewer.ts';
import { requireDates } from './edition-dates.ts';
import { EditionsRepository } from './editions.repository.ts';
import { requireNothingOutside } from './outside-dates.repository.ts';
import { type NewPartner, replacePartners } from './partners.repository.ts';
import { RotationService } from './rotation.service.ts';
import { requireVersion } from '../http/require-version.ts';
import { one } from '../database/one.ts';

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
        const row = one(
          await transaction.query<{ id: string }>(
            `insert into edition (slug, year, capital_id, title, venue, address, starts_on, ends_on, zone)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
            [
              `${capital.slug}-${plan.year}`,
              plan.year,
              capital.id,
              plan.title,
              plan.venue,
              plan.address,
              plan.startsOn,
              plan.endsOn,
              capital.zone,
            ],
          ),
        );
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
    return this.#write(viewer, version, async (transaction, before) => {
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
      await transaction.query(
        `update edition set title = $2, venue = $3, address = $4, starts_on = $5, ends_on = $6, contact_mail = $7,
           contact_phone = $8 where id = $1`,
        [
          before.id,
          after.title,
          after.venue,
          after.address,
          after.startsOn,
          after.endsOn,
          after.contactMail,
          after.contactPhone,
        ],
      );
    });
  }

  move(viewer: Viewer, { version, phase }: RouteInput<typeof moveToPhase>['body']): Promise<Edition> {
    return this.#write(viewer, version, async (transaction, before) => {
      const next = moveTo(before.phase, phase);
      await transaction.query('update edition set phase = $2 where id = $1', [before.id, next]);
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
    await this.#write(viewer, null, async (transaction, before) => {
      requirePhase(before.phase, 'edit-edition');
      await replacePartners(transaction, before.id, partners);
    });
  }

  async editVisitorPage(viewer: Viewer, page: VisitorPage): Promise<void> {
    await this.#write(viewer, null, async (transaction, before) => {
      requirePhase(before.phase, 'edit-edition');
      await transaction.query(
        `update capital set entry_rules = $2, transport = $3, embassies = $4, emergency_numbers = $5, version = version + 1
         where id = $1`,
        [before.capital.id, page.entryRules, page.transport, page.embassies, page.emergencyNumbers],
      );
    });
  }

  async #write(
    viewer: Viewer,
    version: number | null,
    change: (transaction: Transaction, before: Edition) => Promise<void>,
  ): Promise<Edition> {
    const edition = await this.database.write(async (transaction) => {
      const before = await this.editions.lock(transaction, editionOf(viewer).id);
      if (version !== null) {
        requireVersion({ thing: 'The edition', current: before.version, seen: version });
      }
      await change(transaction, before);
      await transaction.query('update edition set version = version + 1 where id = $1', [before.id]);
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
