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
import { DelegateEntity } from '../../delegations/entities/delegate.entity.ts';
import { TeamEntity } from './team.entity.ts';

/** A delegate who belongs to a team. */
@Entity('team_member')
@ForeignKey(() => DelegateEntity, ['editionId', 'delegateId'], ['editionId', 'id'], {
  name: 'team_member_is_delegate',
})
@Index('team_member_of', ['delegateId'])
export class TeamMemberEntity {
  @Column('uuid')
  editionId: string;

  @PrimaryColumn('uuid')
  teamId: string;

  @PrimaryColumn('uuid')
  delegateId: string;

  @ManyToOne(() => TeamEntity)
  @JoinColumn([
    {
      name: 'edition_id',
      referencedColumnName: 'editionId',
      foreignKeyConstraintName: 'team_member_of_team',
    },
    { name: 'team_id', referencedColumnName: 'id' },
  ])
  team: Relation<TeamEntity>;
}
