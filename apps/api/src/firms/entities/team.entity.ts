import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { FirmInEditionEntity } from './firm-in-edition.entity.ts';

/** A team of a firm, which meets on its own. */
@Entity('team')
@Unique('team_of_edition', ['editionId', 'id'])
@Index('team_of', ['editionId', 'firmId'])
export class TeamEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid')
  editionId: string;

  @Column('uuid')
  firmId: string;

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
  firm: Relation<FirmInEditionEntity>;
}
