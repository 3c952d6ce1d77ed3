import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EditionEntity } from '../../editions/entities/edition.entity.ts';
import { FirmEntity } from '../../firms/entities/firm.entity.ts';

/** Something between two firms that may become more; it began in one edition. */
@Entity('outcome_matter')
@Check('outcome_matter_not_self', 'firm_id <> other_firm_id')
@Index('outcome_matter_in', ['editionId'])
@Index('outcome_matter_of_firm', ['firmId', 'otherFirmId'])
@Index('outcome_matter_with_firm', ['otherFirmId', 'firmId'])
export class OutcomeMatterEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => EditionEntity, { name: 'outcome_matter_began' })
  editionId: string;

  @Column('uuid')
  @ForeignKey(() => FirmEntity, { name: 'outcome_matter_of' })
  firmId: string;

  @Column('uuid')
  @ForeignKey(() => FirmEntity, { name: 'outcome_matter_with' })
  otherFirmId: string;

  @Column('text')
  title: string;

  @Column('timestamptz', { default: () => 'now()' })
  openedAt: Date;
}
