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
} from 'typeorm';
import { DelegationEntity } from '../../delegations/entities/delegation.entity.ts';
import { FirmInEditionEntity } from './firm-in-edition.entity.ts';

/** A team of a firm, or of a delegation, which meets on its own. Only firms have teams so far. */
@Entity('team')
@Check('team_of_one_party', 'num_nonnulls(firm_id, delegation_id) = 1')
@ForeignKey(() => DelegationEntity, ['editionId', 'delegationId'], ['editionId', 'id'], {
  name: 'team_of_delegation',
})
@Unique('team_of_edition', ['editionId', 'id'])
@Index('team_of', ['editionId', 'firmId'])
@Index('team_of_its_delegation', ['editionId', 'delegationId'], { where: 'delegation_id is not null' })
export class TeamEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid')
  editionId: string;

  @Column('uuid', { nullable: true })
  firmId: string | null;

  @Column('uuid', { nullable: true })
  delegationId: string | null;

  @Column('text')
  name: string;

  @Column('integer', { default: 0 })
  position: number;

  @Column('timestamptz', { nullable: true })
  removedAt: Date | null;

  @Column('text', { array: true, default: [] })
  capabilities: string[];

  @ManyToOne(() => FirmInEditionEntity)
  @JoinColumn([
    { name: 'edition_id', referencedColumnName: 'editionId', foreignKeyConstraintName: 'team_of_firm' },
    { name: 'firm_id', referencedColumnName: 'firmId' },
  ])
  firm: Relation<FirmInEditionEntity> | null;
}
