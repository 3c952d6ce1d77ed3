import { Injectable } from '@nestjs/common';
import { type Hall, type setHall } from '@forum/contract/meetings';
import { type RouteInput } from '@forum/contract/route';
import { DomainError } from '@forum/domain/errors';
import { intervalOf, type Interval } from '@forum/domain/time/interval';
import { instantOf } from '@forum/domain/time/zoned';
import { Database, violatedConstraint } from '../database/database.ts';
import { type Admitted, editionOf } from '../http/viewer.ts';
import { HallsRepository } from './halls.repository.ts';

/** Where and when meetings can take place. */
@Injectable()
export class Halls {
  constructor(
    private readonly database: Database,
    private readonly halls: HallsRepository,
  ) {}

  list(viewer: Admitted): Promise<Hall[]> {
    return this.halls.list(editionOf(viewer).id);
  }

  /** Sets a hall up or anew. Meetings stay where they are: the help desk moves those that no longer fit. */
  async set(viewer: Admitted, body: RouteInput<typeof setHall>['body']): Promise<Hall> {
    const edition = editionOf(viewer);
    const at = (wall: { start: string; end: string }): Interval =>
      intervalOf(instantOf(wall.start, edition.zone), instantOf(wall.end, edition.zone));
    const openings = body.openings.map(at);
    const closures = body.closures.map((closure) => ({ ...at(closure), reason: closure.reason }));
    try {
      return await this.database.write(async (transaction) => {
        const id = await this.halls.save(transaction, edition.id, { ...body, openings, closures });
        const [hall] = id ? await this.halls.list(edition.id, id, transaction) : [];
        if (!hall) throw new DomainError('not_found', { hall: body.id }, 'This edition has no such hall.');
        return hall;
      });
    } catch (error) {
      throw asHallRefusal(error, body.name);
    }
  }
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
