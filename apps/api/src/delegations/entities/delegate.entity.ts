import { delegateCategories, type DelegateCategory } from '@forum/domain/people/delegate-category';
import {
  type AccreditationReason,
  type AccreditationState,
  accreditationStates,
} from '@forum/domain/accreditation/accreditation';
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
import { FirmInEditionEntity } from '../../firms/entities/firm-in-edition.entity.ts';
import { PersonEntity } from '../../identity/entities/person.entity.ts';
import { DelegationEntity } from './delegation.entity.ts';

/** A person in one edition: the registration, the accreditation and the vetted name. */
@Entity('delegate')
@Check('delegate_accredited_by_name', `state <> 'accredited' or display_name is not null`)
@Check('delegate_category', oneOf('category', delegateCategories))
@Check('delegate_sorted_by_name', '(display_name is null) = (sort_key is null)')
@Check('delegate_state', oneOf('state', accreditationStates))
@Check('delegate_submits_with_category', `state in ('draft', 'withdrawn') or category is not null`)
@ForeignKey(() => FirmInEditionEntity, ['editionId', 'firmId'], ['editionId', 'firmId'], {
  name: 'delegate_of_firm',
})
@Unique('delegate_of_edition', ['editionId', 'id'])
@Unique('delegate_once', ['editionId', 'personId'])
@Index('delegate_by_state', ['editionId', 'state', 'submittedAt', 'id'])
@Index('delegate_in_firm', ['firmId'])
@Index('delegate_of_delegation', ['delegationId', 'category', 'waitingSince'])
@Index('delegate_of_person', ['personId'])
export class DelegateEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => EditionEntity, { name: 'delegate_in_edition' })
  editionId: string;

  @Column('uuid')
  @ForeignKey(() => PersonEntity, { name: 'delegate_is_person' })
  personId: string;

  @Column('uuid', { nullable: true })
  delegationId: string | null;

  @Column('uuid', { nullable: true })
  firmId: string | null;

  @Column('text', { default: 'draft' })
  state: AccreditationState;

  @Column('text', { nullable: true })
  reason: AccreditationReason | null;

  @Column('jsonb', { nullable: true })
  draft: unknown;

  @Column('text', { nullable: true })
  category: DelegateCategory | null;

  @Column('text', { default: '' })
  office: string;

  @Column('text', { default: '' })
  organisation: string;

  @Column('character', { length: 2, nullable: true })
  country: string | null;

  @Column('text', { array: true, default: [] })
  languages: string[];

  @Column('text', { default: '' })
  dietary: string;

  @Column('text', { default: '' })
  accessNeeds: string;

  @Column('boolean', { default: false })
  profileVisible: boolean;

  @Column('boolean', { default: false })
  keepForNext: boolean;

  @Column('boolean', { default: false })
  photographs: boolean;

  @Column('boolean', { default: false })
  holdsPlace: boolean;

  @Column('timestamptz', { nullable: true })
  waitingSince: Date | null;

  @Column('text', { array: true, default: [] })
  changedFields: string[];

  @Column('text', { default: '' })
  searchText: string;

  @Column('timestamptz', { nullable: true })
  submittedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @VersionColumn({ default: 1 })
  version: number;

  @Column('text', { nullable: true })
  given: string | null;

  @Column('text', { nullable: true })
  family: string | null;

  @Column('text', { nullable: true })
  nativeScript: string | null;

  @Column('text', { nullable: true })
  nativeLanguage: string | null;

  @Column('text', { nullable: true })
  displayName: string | null;

  @Column('text', { nullable: true })
  sortKey: string | null;

  @Column('text', { nullable: true })
  honorific: string | null;

  @ManyToOne(() => DelegationEntity)
  @JoinColumn([
    {
      name: 'edition_id',
      referencedColumnName: 'editionId',
      foreignKeyConstraintName: 'delegate_in_delegation',
    },
    { name: 'delegation_id', referencedColumnName: 'id' },
  ])
  delegation: Relation<DelegationEntity> | null;
}
