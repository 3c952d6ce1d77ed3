import type { ChangeType } from '@forum/contract/live/changes';
import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** One numbered change of an edition's journal; its hash covers the one before. */
@Entity('journal')
@Unique('journal_gapless', ['editionId', 'sequence'])
export class JournalEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column('uuid')
  editionId: string;

  @Column('bigint')
  sequence: string;

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

  @Column('bytea', { nullable: true })
  detailHash: Buffer | null;

  @Column('timestamptz')
  at: Date;

  @Column('bytea')
  previousHash: Buffer;

  @Column('bytea')
  hash: Buffer;

  @Column('boolean', { default: false })
  keyed: boolean;
}
