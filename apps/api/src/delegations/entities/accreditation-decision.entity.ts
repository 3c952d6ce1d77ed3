import type { Decision } from '@forum/contract/delegations/accreditation';
import type { AccreditationReason } from '@forum/domain/accreditation/accreditation';
import {
  Column,
  Entity,
  ForeignKey,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { PersonEntity } from '../../identity/entities/person.entity.ts';
import { DelegateEntity } from './delegate.entity.ts';

/** One decision of the accreditation desk on a delegate; a later one does not replace it. */
@Entity('accreditation_decision')
@Index('accreditation_decision_of', ['delegateId', 'decidedAt'])
export class AccreditationDecisionEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid')
  editionId: string;

  @Column('uuid')
  delegateId: string;

  @Column('text')
  decision: Decision;

  @Column('text', { nullable: true })
  reason: AccreditationReason | null;

  @Column('uuid')
  @ForeignKey(() => PersonEntity, { name: 'accreditation_decision_by' })
  decidedBy: string;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => PersonEntity, { name: 'accreditation_decision_for' })
  decidedFor: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  decidedAt: Date;

  @ManyToOne(() => DelegateEntity)
  @JoinColumn([
    {
      name: 'edition_id',
      referencedColumnName: 'editionId',
      foreignKeyConstraintName: 'accreditation_decision_on',
    },
    { name: 'delegate_id', referencedColumnName: 'id' },
  ])
  delegate: Relation<DelegateEntity>;
}
