import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { FirmInEditionEntity } from '../../../firms/entities/firm-in-edition.entity.ts';
import { PersonEntity } from '../../../identity/entities/person.entity.ts';

/** A time in which a firm is not there, as a published repair of the plan says. */
@Entity('firm_absence')
@Check('firm_absence_lasts', 'not isempty(during) and lower(during) is not null')
@ForeignKey(() => FirmInEditionEntity, ['editionId', 'firmId'], ['editionId', 'firmId'], {
  name: 'firm_absence_of',
})
@Index('firm_absence_in', ['editionId', 'firmId'])
export class FirmAbsenceEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid')
  editionId: string;

  @Column('uuid')
  firmId: string;

  @Column('tstzrange')
  during: string;

  @Column('uuid')
  @ForeignKey(() => PersonEntity, { name: 'firm_absence_by' })
  saidBy: string;

  @Column('timestamptz', { default: () => 'now()' })
  saidAt: Date;
}
