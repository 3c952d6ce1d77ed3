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
} from 'typeorm';
import { FirmInEditionEntity } from '../../firms/entities/firm-in-edition.entity.ts';
import { PersonEntity } from '../../identity/entities/person.entity.ts';
import { DelegateEntity } from './delegate.entity.ts';

/** What a firm, or the host for it, has decided: that a delegate speaks for it, or no longer. */
@Entity('representation')
@Check('representation_end_has_reason', '(ended_at is null) = (ended_by is null)')
@Check('representation_host_has_reason', 'not by_host or reason is not null')
@Check('representation_says_something', 'confirmed_at is not null or ended_at is not null')
@ForeignKey(() => FirmInEditionEntity, ['editionId', 'firmId'], ['editionId', 'firmId'], {
  name: 'representation_of_firm',
})
@Index('representation_of_delegate', ['delegateId'])
export class RepresentationEntity {
  @PrimaryColumn('uuid')
  editionId: string;

  @PrimaryColumn('uuid')
  firmId: string;

  @PrimaryColumn('uuid')
  delegateId: string;

  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => PersonEntity, { name: 'representation_confirmed_by' })
  confirmedBy: string | null;

  @Column('boolean', { default: false })
  byHost: boolean;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => PersonEntity, { name: 'representation_ended_by' })
  endedBy: string | null;

  @Column('text', { nullable: true })
  endReason: string | null;

  @ManyToOne(() => DelegateEntity)
  @JoinColumn([
    { name: 'edition_id', referencedColumnName: 'editionId', foreignKeyConstraintName: 'representation_of' },
    { name: 'delegate_id', referencedColumnName: 'id' },
  ])
  delegate: Relation<DelegateEntity>;
}
