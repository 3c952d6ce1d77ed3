import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PersonEntity } from '../../entities/person.entity.ts';

/** Wrong second factors of a person in a row, to slow down guesses. */
@Entity('factor_tries')
export class FactorTriesEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => PersonEntity, { name: 'factor_tries_of_person', onDelete: 'CASCADE' })
  personId: string;

  @Column('integer')
  tries: number;

  @Column('timestamptz')
  since: Date;
}
