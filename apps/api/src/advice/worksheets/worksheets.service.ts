import { Injectable } from '@nestjs/common';
import type {
  createWorksheet,
  listWorksheets,
  saveWorksheet,
  Worksheet,
} from '@forum/contract/advice/worksheets';
import type { RouteInput, RouteOutput } from '@forum/contract/route';
import type { StreamName } from '@forum/domain/identity/streams';
import { dateIn } from '@forum/domain/time/zoned';
import { Database, type Transaction } from '../../database/database.ts';
import { refuseField } from '../../http/refuse-field.ts';
import { type Admitted, editionOf, personOf } from '../../http/viewer.ts';
import { Changes } from '../../live/changes.ts';
import { ownFirmOf } from '../own-firm.ts';
import { ratiosOf, reckonAll } from './worksheet-view.ts';
import { type WorksheetRow, WorksheetsRepository } from './worksheets.repository.ts';
import { lock } from '../../database/locks.ts';
import { requireVersion } from '../../http/require-version.ts';
import { one } from '../../database/one.ts';

const most = 100;

/** Bills of materials of one's own firm: who writes them, and who may see their ratio. */
@Injectable()
export class WorksheetsService {
  constructor(
    private readonly database: Database,
    private readonly worksheets: WorksheetsRepository,
    private readonly changes: Changes,
  ) {}

  async list(viewer: Admitted): Promise<RouteOutput<typeof listWorksheets>> {
    const edition = editionOf(viewer);
    const firmId = ownFirmOf(viewer);
    const day = today(viewer);
    const own = await this.worksheets.list(edition.id, firmId);
    const received = await this.worksheets.received(edition.id, firmId);
    return {
      own: own.map(({ id, title, lines, sharedWith, updatedAt }) => ({
        id,
        title,
        lines: lines.length,
        ratios: ratiosOf(lines, day),
        sharedWith,
        updatedAt,
      })),
      received: received.map(({ id, from, title, lines }) => ({
        id,
        from,
        title,
        ratios: ratiosOf(lines, day),
      })),
    };
  }

  async read(viewer: Admitted, id: string, asOf?: string): Promise<Worksheet> {
    const row = await this.worksheets.one(editionOf(viewer).id, ownFirmOf(viewer), id);
    return { ...row, results: reckonAll(row.lines, asOf ?? today(viewer)) };
  }

  async create(viewer: Admitted, body: RouteInput<typeof createWorksheet>['body']): Promise<Worksheet> {
    const edition = editionOf(viewer);
    const firmId = ownFirmOf(viewer);
    const id = await this.database.write(async (transaction) => {
      await lock(transaction, 'worksheets', firmId);
      const known = await this.worksheets.list(edition.id, firmId, transaction);
      if (known.length >= most) {
        throw refuseField('body.title', body.title, `would be worksheet ${most + 1}; throw one away first`);
      }
      const made = one(
        await transaction.query<{ id: string }>(
          `insert into worksheet (edition_id, firm_id, title, currency, lines, updated_by)
         values ($1, $2, $3, $4, $5, $6) returning id`,
          [edition.id, firmId, body.title, body.currency, JSON.stringify(body.lines), personOf(viewer).id],
        ),
      );
      await this.#tell(transaction, viewer, { id: made.id, version: 1, sharedWith: [] });
      return made.id;
    });
    return this.read(viewer, id);
  }

  async save(
    viewer: Admitted,
    id: string,
    body: RouteInput<typeof saveWorksheet>['body'],
  ): Promise<Worksheet> {
    await this.database.write(async (transaction) => {
      const before = await this.#lock(transaction, viewer, id);
      requireVersion({ thing: 'The worksheet', current: before.version, seen: body.version });
      await transaction.query(
        `update worksheet set title = $2, currency = $3, lines = $4, updated_by = $5, updated_at = now(),
           version = version + 1 where id = $1`,
        [id, body.title, body.currency, JSON.stringify(body.lines), personOf(viewer).id],
      );
      await this.#tell(transaction, viewer, { ...before, version: before.version + 1 });
    });
    return this.read(viewer, id);
  }

  /** Says who may see the ratio; whoever may no longer is told that their list is new. */
  async share(viewer: Admitted, id: string, firms: readonly string[]): Promise<Worksheet> {
    const edition = editionOf(viewer);
    const firmId = ownFirmOf(viewer);
    await this.database.write(async (transaction) => {
      const before = await this.#lock(transaction, viewer, id);
      const known = await transaction.query<{ id: string }>(
        `select firm_id as id from firm_in_edition
         where edition_id = $1 and firm_id = any($2::uuid[]) and firm_id <> $3 and removed_at is null`,
        [edition.id, firms, firmId],
      );
      const strange = firms.find((one) => !known.some((other) => other.id === one));
      if (strange) throw refuseField('body.firms', strange, 'is no other firm of this edition');
      await transaction.query(
        'delete from worksheet_share where worksheet_id = $1 and firm_id <> all ($2::uuid[])',
        [id, firms],
      );
      await transaction.query(
        `insert into worksheet_share (edition_id, worksheet_id, firm_id) select $1, $2, f from unnest($3::uuid[]) f
         on conflict on constraint worksheet_share_pk do nothing`,
        [edition.id, id, [...new Set(firms)]],
      );
      await this.#tell(transaction, viewer, { ...before, sharedWith: [...before.sharedWith, ...known] });
    });
    return this.read(viewer, id);
  }

  async remove(viewer: Admitted, id: string): Promise<void> {
    await this.database.write(async (transaction) => {
      const before = await this.#lock(transaction, viewer, id);
      await transaction.query('delete from worksheet where id = $1', [id]);
      await this.#tell(transaction, viewer, before);
    });
  }

  async #lock(transaction: Transaction, viewer: Admitted, id: string): Promise<WorksheetRow> {
    await transaction.query('select id from worksheet where id = $1 and firm_id = $2 for update', [
      id,
      ownFirmOf(viewer),
    ]);
    return this.worksheets.one(editionOf(viewer).id, ownFirmOf(viewer), id, transaction);
  }

  /** Tells the firm, and those who see the ratio, that there is something new; never what. */
  #tell(
    transaction: Transaction,
    viewer: Admitted,
    { id, version, sharedWith }: { id: string; version: number; sharedWith: readonly { id: string }[] },
  ): Promise<void> {
    const streams: StreamName[] = [ownFirmOf(viewer), ...sharedWith.map((firm) => firm.id)].map(
      (firm) => `firm:${firm}` as const,
    );
    return this.changes.record(transaction, viewer, {
      editionId: editionOf(viewer).id,
      streams,
      type: 'advice.changed',
      entityId: id,
      version,
    });
  }
}

const today = (viewer: Admitted) => dateIn(new Date().toISOString(), editionOf(viewer).zone);
