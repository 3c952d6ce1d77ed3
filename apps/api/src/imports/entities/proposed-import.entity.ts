import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EditionEntity } from '../../editions/entities/edition.entity.ts';
import { PersonEntity } from '../../identity/entities/person.entity.ts';

/** A file that was imported and is shown as a difference until it is applied or discarded. */
@Entity('proposed_import')
@Check('proposed_import_state', `state in ('proposed', 'applied', 'discarded')`)
@Check('proposed_import_subject', `subject in ('programme', 'firms')`)
@Index('proposed_import_of', ['editionId', 'subject', 'createdAt'])
export class ProposedImportEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => EditionEntity, { name: 'proposed_import_in_edition' })
  editionId: string;

  @Column('text')
  subject: 'programme' | 'firms';

  @Column('text')
  source: string;

  @Column('jsonb')
  content: unknown;

  @Column('jsonb')
  difference: unknown;

  @Column('text', { default: 'proposed' })
  state: 'proposed' | 'applied' | 'discarded';

  @Column('uuid')
  @ForeignKey(() => PersonEntity, { name: 'proposed_import_by' })
  createdBy: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  appliedAt: Date | null;
}
