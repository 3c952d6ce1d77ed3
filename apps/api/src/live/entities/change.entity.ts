import type { ChangeType } from '@forum/contract/live/changes';
import type { StreamName } from '@forum/domain/identity/streams';
import { Check, Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A change that its write has recorded and the sequencer has not yet moved to the journal. */
@Entity('change')
@Check('change_has_stream', 'cardinality(streams) > 0')
export class ChangeEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column('uuid')
  editionId: string;

  @Column('text', { array: true })
  streams: StreamName[];

  @Column('text')
  type: ChangeType;

  @Column('uuid')
  entityId: string;

  @Column('integer')
  version: number;

  @Column('uuid', { nullable: true })
  personId: string | null;

  @Column('uuid', { nullable: true })
  actingFor: string | null;

  @Column('jsonb', { nullable: true })
  payload: unknown;

  @Column('jsonb', { nullable: true })
  detail: unknown;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  at: Date;
}
