import { Column, Entity, ForeignKey, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { PersonEntity } from '../../identity/entities/person.entity.ts';
import { CapitalEntity } from './capital.entity.ts';

/** The capital that was chosen by hand as host of a year, with the reason. */
@Entity('rotation_choice')
export class RotationChoiceEntity {
  @PrimaryColumn('integer')
  year: number;

  @Column('uuid')
  capitalId: string;

  @Column('text')
  reason: string;

  @Column('uuid')
  @ForeignKey(() => PersonEntity, { name: 'rotation_choice_by' })
  chosenBy: string;

  @Column('timestamptz', { default: () => 'now()' })
  chosenAt: Date;

  @ManyToOne(() => CapitalEntity)
  @JoinColumn({ name: 'capital_id', foreignKeyConstraintName: 'rotation_choice_of_capital' })
  capital: Relation<CapitalEntity>;
}
