import { Injectable } from '@nestjs/common';
import { type Programme } from '@forum/contract/programme';
import { requirePhase } from '@forum/domain/editions/phase';
import { Database } from '../../database/database.ts';
import { refuseField } from '../../http/refuse-field.ts';
import { type Admitted, editionOf } from '../../http/viewer.ts';
import { Changes } from '../../live/changes.ts';
import { SessionsRepository } from './sessions.repository.ts';

/** The rooms of an edition's programme. */
@Injectable()
export class Rooms {
  constructor(
    private readonly database: Database,
    private readonly repository: SessionsRepository,
    private readonly changes: Changes,
  ) {}

  list(viewer: Admitted): Promise<Programme['rooms']> {
    return this.database.rows(
      'select id, name, position from room where edition_id = $1 order by position, id limit 1000',
      [editionOf(viewer).id],
    );
  }

  /** Adds a room behind the others; only organisers need to know before a session takes place in it. */
  add(viewer: Admitted, name: string): Promise<Programme['rooms'][number]> {
    return this.database.write(async (transaction) => {
      const edition = await this.repository.edition(transaction, editionOf(viewer).id, 'lock');
      requirePhase(edition.phase, 'edit-programme');
      const [room] = await transaction.query<Programme['rooms'][number]>(
        `insert into room (edition_id, name, position)
         select $1, $2, coalesce(max(position), 0) + 1 from room where edition_id = $1
         on conflict (edition_id, name) do nothing returning id, name, position`,
        [edition.id, name],
      );
      if (!room) throw refuseField('body.name', name, 'is the name of another room; choose a new one');
      await this.changes.record(transaction, viewer, {
        editionId: edition.id,
        streams: ['staff:organiser'],
        type: 'programme.replaced',
        entityId: room.id,
        version: 1,
        detail: { before: null, after: room },
      });
      return room;
    });
  }
}
