import type { StreamName } from '@forum/domain/identity/streams';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { JournalEntity } from './journal.entity.ts';

/** A change of the journal in one stream, with its number there. */
@Entity('journal_stream')
@Index('journal_stream_by_journal', ['journalId'])
export class JournalStreamEntity {
  @PrimaryColumn('uuid')
  editionId: string;

  @PrimaryColumn('text')
  stream: StreamName;

  @PrimaryColumn('bigint')
  number: string;

  @Column('bigint')
  journalId: string;

  @Column('jsonb', { nullable: true })
  payload: unknown;

  @ManyToOne(() => JournalEntity)
  @JoinColumn({ name: 'journal_id', foreignKeyConstraintName: 'journal_stream_of' })
  journal: Relation<JournalEntity>;
}
