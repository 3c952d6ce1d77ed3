import type { DelegateCategory } from '@forum/domain/people/delegate-category';
import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { DelegationEntity } from './delegation.entity.ts';

/** How many places of one category a delegation has, and how many are taken. */
@Entity('delegation_place')
@Check('delegation_place_counts', 'places >= 0 and taken >= 0')
export class DelegationPlaceEntity {
  @PrimaryColumn('uuid')
  delegationId: string;

  @PrimaryColumn('text')
  category: DelegateCategory;

  @Column('integer')
  places: number;

  @Column('integer', { default: 0 })
  taken: number;

  @ManyToOne(() => DelegationEntity)
  @JoinColumn({ name: 'delegation_id', foreignKeyConstraintName: 'delegation_place_of' })
  delegation: Relation<DelegationEntity>;
}
