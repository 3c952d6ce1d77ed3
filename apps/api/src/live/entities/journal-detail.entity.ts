import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { JournalEntity } from './journal.entity.ts';

/** What a change of the journal was, before and after; erasure may empty it without breaking the chain. */
@Entity('journal_detail')
export class JournalDetailEntity {
  @PrimaryColumn('bigint')
  @ForeignKey(() => JournalEntity, { name: 'journal_detail_of' })
  journalId: string;

  @Column('jsonb')
  detail: unknown;
}
