import { Injectable } from '@nestjs/common';
import type { Programme } from '@forum/contract/programme/programme';
import { requirePhase } from '@forum/domain/editions/phase';
import { DomainError } from '@forum/domain/errors';
import type { StreamName } from '@forum/domain/identity/streams';
import { Database, type Transaction, violatedConstraint } from '../../database/database.ts';
import { refuseField } from '../../http/refuse-field.ts';
import { type Admitted, editionOf } from '../../http/viewer.ts';
import { Changes } from '../../live/changes.ts';
import { SessionsRepository } from './sessions.repository.ts';

type Room = Programme['rooms'][number];
type Track = Programme['tracks'][number];

/** Only organisers need to know of a room or track before a session takes place in it. */
const organisers: StreamName[] = ['staff:organiser'];

/** The rooms and tracks of an edition's programme. */
@Injectable()
export class RoomsService {
  constructor(
    private readonly database: Database,
    private readonly repository: SessionsRepository,
    private readonly changes: Changes,
  ) {}

  async list(viewer: Admitted): Promise<{ rooms: Room[]; tracks: Track[] }> {
    const edition = [editionOf(viewer).id];
    return {
      rooms: await this.database.rows<Room>(
        'select id, name, position from room where edition_id = $1 order by position, id limit 1000',
        edition,
      ),
      tracks: await this.database.rows<Track>(
        'select id, name, colour from track where edition_id = $1 order by name, id limit 1000',
        edition,
      ),
    };
  }

  /** Adds a room behind the others. */
  add(viewer: Admitted, name: string): Promise<Room> {
    return this.#write(viewer, name, async (transaction, editionId) => {
      const [room] = await transaction.query<Room>(
        `insert into room (edition_id, name, position)
         select $1, $2, coalesce(max(position), 0) + 1 from room where edition_id = $1 returning id, name, position`,
        [editionId, name],
      );
      return { streams: organisers, before: null, after: room };
    });
  }

  /** Everybody who reads the programme reads where its sessions are. */
  rename(viewer: Admitted, id: string, name: string): Promise<Room> {
    return this.#write(viewer, name, async (transaction, editionId) => {
      const [before] = await transaction.query<Room>(
        'select id, name, position from room where edition_id = $1 and id = $2',
        [editionId, id],
      );
      if (!before)
        throw new DomainError('not_found', { room: id }, `There is no room ${id} in this edition.`);
      const [after] = await transaction.query<Room>(
        'update room set name = $2 where id = $1 returning id, name, position',
        [id, name],
      );
      return { streams: ['public', ...organisers], before, after };
    });
  }

  addTrack(viewer: Admitted, name: string): Promise<Track> {
    return this.#write(viewer, name, async (transaction, editionId) => {
      const [track] = await transaction.query<Track>(
        'insert into track (edition_id, name) values ($1, $2) returning id, name, colour',
        [editionId, name],
      );
      return { streams: organisers, before: null, after: track };
    });
  }

  async #write<Thing extends Room | Track>(
    viewer: Admitted,
    name: string,
    work: (transaction: Transaction, editionId: string) => Promise<Alteration<Thing>>,
  ): Promise<Thing> {
    try {
      return await this.database.write(async (transaction) => {
        const edition = await this.repository.edition(transaction, editionOf(viewer).id, 'lock');
        requirePhase(edition.phase, 'edit-programme');
        const { streams, before, after } = await work(transaction, edition.id);
        if (!after) throw new Error('a room or track was not stored');
        await this.changes.record(transaction, viewer, {
          editionId: edition.id,
          streams,
          type: 'programme.replaced',
          entityId: after.id,
          detail: { before, after },
        });
        return after;
      });
    } catch (error) {
      if (!['room_name_once', 'track_name_once'].includes(violatedConstraint(error) ?? '')) throw error;
      throw refuseField('body.name', name, 'is taken by another; choose a new name');
    }
  }
}

interface Alteration<Thing> {
  streams: StreamName[];
  before: Thing | null;
  after: Thing | undefined;
}
