import { Injectable } from '@nestjs/common';
import type { Hall, HallToBe, foreseeHall } from '@forum/contract/meetings/halls';
import type { RouteOutput } from '@forum/contract/route';
import { DomainError } from '@forum/domain/errors';
import { misfitOf } from '@forum/domain/meetings/halls/misfit';
import { tablePlan } from '@forum/domain/meetings/halls/table-plan';
import { intervalOf, type Interval } from '@forum/domain/time/interval';
import { instantOf } from '@forum/domain/time/zoned';
import { Database, type Transaction, violatedConstraint } from '../../database/database.ts';
import { requireVersion } from '../../http/require-version.ts';
import { type Admitted, type EditionRef, editionOf } from '../../http/viewer.ts';
import { Changes } from '../../live/changes.ts';
import { HallsRepository, type HallToSave, noSuchHall } from './halls.repository.ts';
import { hallToBe, PlaceLosses } from '../losses/place-losses.ts';

/** Where and when meetings can take place. */
@Injectable()
export class HallsService {
  constructor(
    private readonly database: Database,
    private readonly halls: HallsRepository,
    private readonly changes: Changes,
    private readonly places: PlaceLosses,
  ) {}

  list(viewer: Admitted): Promise<Hall[]> {
    return this.halls.list(editionOf(viewer).id);
  }

  /** Sets a hall up or anew. Meetings that no longer fit keep their people and need a new place until that is settled. */
  async set(viewer: Admitted, body: HallToBe): Promise<Hall> {
    const edition = editionOf(viewer);
    const toSave = hallToSave(body, edition);
    try {
      return await this.database.write(async (transaction) => {
        const before = body.of && (await this.#lock(transaction, edition.id, body.of));
        await this.places.lock(transaction, edition.id);
        const id = await this.halls.save(transaction, edition.id, toSave);
        await this.places.settle(transaction, viewer, edition.id, { ...toSave, id });
        const hall = await this.#find(transaction, edition.id, id);
        await this.#record(transaction, viewer, { id, version: hall.version, before, after: hall });
        return hall;
      });
    } catch (error) {
      throw asHallRefusal(error, body.name);
    }
  }

  /** The agreed meetings to come that would not fit a hall any more if it were set up like this. */
  async foresee(viewer: Admitted, body: HallToBe): Promise<RouteOutput<typeof foreseeHall>> {
    const edition = editionOf(viewer);
    const toSave = hallToSave(body, edition);
    if (!body.of) return { total: 0, meetings: [] };
    const hall = hallToBe(toSave);
    const agreed = await this.halls.agreedMeetings(edition.id, body.of.id, new Date().toISOString());
    const misfits = agreed.flatMap(({ people, tableId: _, placeLost: __, ...meeting }) => {
      const why = misfitOf(hall, { slot: meeting, table: meeting.table, people });
      return why ? [{ ...meeting, why }] : [];
    });
    return { total: misfits.length, meetings: misfits };
  }

  /** Removes a hall that nothing has taken place in, nor was to. */
  async remove(viewer: Admitted, id: string): Promise<void> {
    const edition = editionOf(viewer);
    await this.database.write(async (transaction) => {
      const before = await this.#find(transaction, edition.id, id);
      try {
        await this.halls.remove(transaction, id);
      } catch (error) {
        throw asRemovalRefusal(error, before.name);
      }
      await this.#record(transaction, viewer, { id, version: before.version + 1, before, after: null });
    });
  }

  /** Waits until this transaction alone may change a hall, and refuses whoever has not seen its newest version. */
  async #lock(
    transaction: Transaction,
    editionId: string,
    { id, version }: { id: string; version: number },
  ): Promise<Hall> {
    await transaction.query('select from hall where id = $1 for update', [id]);
    const hall = await this.#find(transaction, editionId, id);
    requireVersion({ thing: hall.name, current: hall.version, seen: version });
    return hall;
  }

  async #find(transaction: Transaction, editionId: string, id: string): Promise<Hall> {
    const [hall] = await this.halls.list(editionId, id, transaction);
    if (!hall) throw noSuchHall(id);
    return hall;
  }

  #record(
    transaction: Transaction,
    viewer: Admitted,
    change: { id: string; version: number; before: Hall | null; after: Hall | null },
  ): Promise<void> {
    const { id, version, before, after } = change;
    return this.changes.record(transaction, viewer, {
      editionId: editionOf(viewer).id,
      streams: ['accredited', 'staff:organiser'],
      type: 'hall.changed',
      entityId: id,
      version,
      detail: { before: before && summary(before), after: after && summary(after) },
    });
  }
}

/** A hall without the places of its tables, which follow from their number. */
const summary = ({ tables, ...hall }: Hall) => ({
  ...hall,
  tables: tables.length,
  seats: tables[0]?.capacity ?? null,
});

function hallToSave(body: HallToBe, { zone }: EditionRef): HallToSave {
  const at = (wall: { start: string; end: string }): Interval =>
    intervalOf(instantOf(wall.start, zone), instantOf(wall.end, zone));
  return {
    ...body,
    id: body.of?.id ?? null,
    openings: body.openings.map(at),
    closures: body.closures.map((closure) => ({ ...at(closure), reason: closure.reason })),
    tables: tablePlan(body.tables),
  };
}

function asHallRefusal(error: unknown, name: string): unknown {
  switch (violatedConstraint(error)) {
    case 'hall_name_once':
      return new DomainError(
        'request.invalid',
        { name },
        `There is a hall named ${name} already. Choose another name.`,
      );
    case 'hall_opening_once':
      return new DomainError('request.invalid', {}, 'Two opening hours overlap. Join them into one.');
    default:
      return error;
  }
}

function asRemovalRefusal(error: unknown, name: string): unknown {
  if (!['meeting_at', 'plan_run_in_hall'].includes(violatedConstraint(error) ?? '')) return error;
  return new DomainError(
    'hall.has_meetings',
    { name },
    `Meetings were agreed or planned in ${name}, so it stays on record. Take away its opening hours instead of the hall.`,
  );
}
