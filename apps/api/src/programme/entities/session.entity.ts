import {
  type SessionAudience,
  sessionAudiences,
  type SessionKind,
  sessionKinds,
  type SessionState,
  sessionStates,
} from '@forum/domain/programme/session';
import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
  Unique,
  VersionColumn,
} from 'typeorm';
import { oneOf } from '../../database/one-of.ts';
import { EditionEntity } from '../../editions/entities/edition.entity.ts';
import { RoomEntity } from './room.entity.ts';
import { TrackEntity } from './track.entity.ts';

/** A session of the programme. */
@Entity('session')
@Check('session_audience', oneOf('audience', sessionAudiences))
@Check('session_ends_after_it_starts', 'ends_at > starts_at')
@Check('session_kind', oneOf('kind', sessionKinds))
@Check('session_state', oneOf('state', sessionStates))
@Unique('session_guid_once', ['editionId', 'guid'])
@Unique('session_of_edition', ['editionId', 'id'])
@Index('session_by_time', ['editionId', 'startsAt', 'id'])
export class SessionEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => EditionEntity, { name: 'session_in_edition' })
  editionId: string;

  @Column('text', { nullable: true })
  guid: string | null;

  @Column('text')
  title: string;

  @Column('text', { nullable: true })
  subtitle: string | null;

  @Column('text', { default: '' })
  abstract: string;

  @Column('text', { default: '' })
  description: string;

  @Column('text', { nullable: true })
  language: string | null;

  @Column('text')
  kind: SessionKind;

  @Column('text', { default: 'scheduled' })
  state: SessionState;

  @Column('text', { default: 'public' })
  audience: SessionAudience;

  @Column('timestamptz')
  startsAt: Date;

  @Column('timestamptz')
  endsAt: Date;

  @Column('date')
  day: string;

  @Column('uuid', { nullable: true })
  roomId: string | null;

  @Column('uuid', { nullable: true })
  trackId: string | null;

  @Column('text', { nullable: true })
  url: string | null;

  @Column('jsonb', { default: [] })
  links: unknown;

  @Column('jsonb', { nullable: true })
  was: unknown;

  @Column('integer', { default: 0 })
  sequence: number;

  @Column('timestamptz', { nullable: true })
  removedAt: Date | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;

  @VersionColumn({ default: 1 })
  version: number;

  @Column('jsonb', { nullable: true })
  told: unknown;

  @Column('timestamptz', { default: () => 'now()' })
  entryChangedAt: Date;

  @Column('integer', { default: 0 })
  entrySequence: number;

  @ManyToOne(() => RoomEntity)
  @JoinColumn([
    { name: 'edition_id', referencedColumnName: 'editionId', foreignKeyConstraintName: 'session_in_room' },
    { name: 'room_id', referencedColumnName: 'id' },
  ])
  room: Relation<RoomEntity> | null;

  @ManyToOne(() => TrackEntity)
  @JoinColumn([
    { name: 'edition_id', referencedColumnName: 'editionId', foreignKeyConstraintName: 'session_on_track' },
    { name: 'track_id', referencedColumnName: 'id' },
  ])
  track: Relation<TrackEntity> | null;
}
