import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { EditionEntity } from '../../../editions/entities/edition.entity.ts';
import { PersonEntity } from '../../entities/person.entity.ts';

/** A second factor that one of the host's team has reported as lost, until a second person confirms it. */
@Entity('lost_factor')
export class LostFactorEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => PersonEntity, { name: 'lost_factor_of_person', onDelete: 'CASCADE' })
  personId: string;

  @Column('uuid')
  @ForeignKey(() => EditionEntity, { name: 'lost_factor_in_edition' })
  editionId: string;

  @Column('uuid')
  @ForeignKey(() => PersonEntity, { name: 'lost_factor_said_by', onDelete: 'CASCADE' })
  saidBy: string;

  @Column('timestamptz', { default: () => 'now()' })
  saidAt: Date;
}
