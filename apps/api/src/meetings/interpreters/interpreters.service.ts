import { Injectable } from '@nestjs/common';
import type * as contract from '@forum/contract/meetings/interpreters';
import type { RouteInput } from '@forum/contract/route';
import { DomainError } from '@forum/domain/errors';
import { compareInstants } from '@forum/domain/time/instant';
import { contains, type Interval, union } from '@forum/domain/time/interval';
import { instantOf, wallTime } from '@forum/domain/time/zoned';
import { Database, type Transaction } from '../../database/database.ts';
import { refuseField } from '../../http/refuse-field.ts';
import { requireVersion } from '../../http/require-version.ts';
import { type Admitted, editionOf } from '../../http/viewer.ts';
import { Changes } from '../../live/changes.ts';
import { ReservationsService } from '../../reservations/reservations.service.ts';
import { InterpretersRepository, type InterpreterToSave } from './interpreters.repository.ts';

type Interpreter = contract.Interpreter;
type Written = RouteInput<typeof contract.addInterpreter>['body'];

/** Keeps the list of who interprets at meetings. */
@Injectable()
export class InterpretersService {
  constructor(
    private readonly database: Database,
    private readonly interpreters: InterpretersRepository,
    private readonly reservations: ReservationsService,
    private readonly changes: Changes,
  ) {}

  list(viewer: Admitted): Promise<Interpreter[]> {
    return this.interpreters.list(editionOf(viewer).id);
  }

  async add(viewer: Admitted, body: Written): Promise<Interpreter> {
    const edition = editionOf(viewer);
    const added = toSave(body, edition.zone);
    return this.database.write(async (transaction) => {
      const id = await this.interpreters.insert(transaction, edition.id, added);
      return this.#told(transaction, viewer, id);
    });
  }

  async change(
    viewer: Admitted,
    id: string,
    { version, ...body }: RouteInput<typeof contract.changeInterpreter>['body'],
  ): Promise<Interpreter> {
    const { zone } = editionOf(viewer);
    const changed = toSave(body, zone);
    return this.database.write(async (transaction) => {
      const before = await this.#locked(transaction, viewer, id);
      requireVersion({ thing: before.name, current: before.version, seen: version });
      const left = await this.#toCome(transaction, id, (time) => !isWithin(changed.hours, time));
      requireNone(before, left, zone, 'is booked outside these hours');
      await this.interpreters.update(transaction, id, changed);
      return this.#told(transaction, viewer, id);
    });
  }

  /**
   * Takes an interpreter off the list. Meetings to come are not robbed of theirs in passing: a repair of the plan finds
   * each of them another interpreter or time first, and shows it before it does.
   */
  async remove(viewer: Admitted, id: string): Promise<void> {
    const { zone, id: editionId } = editionOf(viewer);
    await this.database.write(async (transaction) => {
      const before = await this.#locked(transaction, viewer, id);
      requireNone(before, await this.#toCome(transaction, id, () => true), zone, 'is booked');
      await this.interpreters.remove(transaction, id);
      await this.#tell(transaction, viewer, editionId, { id, version: before.version + 1 });
    });
  }

  /** Nobody books an interpreter while they change. */
  async #locked(transaction: Transaction, viewer: Admitted, id: string): Promise<Interpreter> {
    const { id: editionId } = editionOf(viewer);
    await this.reservations.lock(transaction, editionId, [id]);
    const [interpreter] = await this.interpreters.list(editionId, id, transaction);
    if (!interpreter) throw noSuchInterpreter(id);
    return interpreter;
  }

  async #toCome(
    transaction: Transaction,
    id: string,
    isMeant: (time: Interval) => boolean,
  ): Promise<Interval[]> {
    return (await this.interpreters.toCome(transaction, id, new Date().toISOString())).filter(isMeant);
  }

  async #told(transaction: Transaction, viewer: Admitted, id: string): Promise<Interpreter> {
    const { id: editionId } = editionOf(viewer);
    const [interpreter] = await this.interpreters.list(editionId, id, transaction);
    if (!interpreter) throw noSuchInterpreter(id);
    await this.#tell(transaction, viewer, editionId, interpreter);
    return interpreter;
  }

  #tell(
    transaction: Transaction,
    viewer: Admitted,
    editionId: string,
    { id, version }: { id: string; version: number },
  ): Promise<void> {
    return this.changes.record(transaction, viewer, {
      editionId,
      streams: ['staff:organiser'],
      type: 'interpreters.changed',
      entityId: id,
      version,
    });
  }
}

/** The refusal of an interpreter who is not on the list of the edition. */
export const noSuchInterpreter = (id: string) =>
  new DomainError('not_found', { interpreter: id }, 'This edition has no such interpreter.');

const isWithin = (hours: readonly Interval[] | null, time: Interval) =>
  hours === null || union(hours).some((interval) => contains(interval, time));

function toSave({ hours, ...body }: Written, zone: string): InterpreterToSave {
  return {
    ...body,
    hours:
      hours &&
      hours.map((wall, n) => {
        const span = { start: instantOf(wall.start, zone), end: instantOf(wall.end, zone) };
        if (compareInstants(span.start, span.end) < 0) return span;
        throw refuseField(`body.hours.${n}.end`, wall.end, `give an end after the start ${wall.start}`);
      }),
  };
}

function requireNone({ name, id }: Interpreter, left: readonly Interval[], zone: string, how: string): void {
  if (left.length === 0) return;
  const starts = left.map(({ start }) => start);
  const shown = starts.slice(0, 5).map((start) => wallTime(start, zone).replace('T', ' '));
  const more = starts.length > shown.length ? ` and ${starts.length - shown.length} more` : '';
  throw new DomainError(
    'interpreter.booked',
    { interpreter: { id, name }, starts: starts.slice(0, 50), count: starts.length },
    `${name} ${how}: ${shown.join(', ')}${more}. Repair the plan with ${name} away, or give the meetings another interpreter, then try again.`,
  );
}
