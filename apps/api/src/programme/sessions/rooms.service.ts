import { Injectable } from '@nestjs/common';
import type { Programme } from '@forum/contract/programme/programme';
import { requirePhase } from '@forum/domain/editions/phase';
import { DomainError } from '@forum/domain/errors';
import type { StreamName } from '@forum/domain/identity/streams';
import { Database, violatedConstraint, type WriteTransaction } from '../../database/database.ts';
import { refuseField } from '../../http/refuse-field.ts';
import { type Admitted, editionOf } from '../../http/viewer.ts';
import { Changes } from '../../live/changes.ts';
import { RoomEntity } from '../entities/room.entity.ts';
import { TrackEntity } from '../entities/track.entity.ts';
import { SessionsRepository } from './sessions.repository.ts';

type Room = Programme['rooms'][number];
type Track = Programme['tracks'][number];

/** Only organisers need to know of a room or track before a session takes place in it. */
const organisers: StreamName[] = ['staff:organiser'];

const take = 1_000;

const shownRoom = ({ id, name, position }: RoomEntity): Room => ({ id, name, position });
const shownTrack = ({ id, name, colour }: TrackEntity): Track => ({ id, name, colour });

/** The rooms and tracks of an edition's programme. */
@Injectable()
export class RoomsService {
  constructor(
    private readonly database: Database,
    private readonly repository: SessionsRepository,
    private readonly changes: Changes,
  ) {}

  async list(viewer: Admitted): Promise<{ rooms: Room[]; tracks: Track[] }> {
    const where = { editionId: editionOf(viewer).id };
    return this.database.read(async (manager) => {
      const rooms = await manager.find(RoomEntity, { where, order: { position: 'ASC', id: 'ASC' }, take });
      const tracks = await manager.find(TrackEntity, { where, order: { name: 'ASC', id: 'ASC' }, take });
      return { rooms: rooms.map(shownRoom), tracks: tracks.map(shownTrack) };
    });
  }

  /** Adds a room behind the others. */
  add(viewer: Admitted, name: string): Promise<Room> {
    return this.#write(viewer, name, async ({ manager }, editionId) => {
      const last = await manager.maximum(RoomEntity, 'position', { editionId });
      const room = manager.create(RoomEntity, { editionId, name, position: (last ?? 0) + 1 });
      await manager.insert(RoomEntity, room);
      return { streams: organisers, before: null, after: shownRoom(room) };
    });
  }

  /** Everybody who reads the programme reads where its sessions are. */
  rename(viewer: Admitted, id: string, name: string): Promise<Room> {
    return this.#write(viewer, name, async ({ manager }, editionId) => {
      const room = await manager.findOneBy(RoomEntity, { editionId, id });
      if (!room) throw new DomainError('not_found', { room: id }, `There is no room ${id} in this edition.`);
      await manager.update(RoomEntity, { id }, { name });
      const before = shownRoom(room);
      return { streams: ['public', ...organisers], before, after: { ...before, name } };
    });
  }

  addTrack(viewer: Admitted, name: string): Promise<Track> {
    return this.#write(viewer, name, async ({ manager }, editionId) => {
      const track = manager.create(TrackEntity, { editionId, name, colour: null });
      await manager.insert(TrackEntity, track);
      return { streams: organisers, before: null, after: shownTrack(track) };
    });
  }

  async #write<Thing extends Room | Track>(
    viewer: Admitted,
    name: string,
    work: (transaction: WriteTransaction, editionId: string) => Promise<Alteration<Thing>>,
  ): Promise<Thing> {
    try {
      return await this.database.write(async (transaction) => {
        const edition = await this.repository.edition(transaction, editionOf(viewer).id, 'lock');
        requirePhase(edition.phase, 'edit-programme');
        const { streams, before, after } = await work(transaction, edition.id);
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
  after: Thing;
}
