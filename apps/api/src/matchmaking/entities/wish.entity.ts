import { type WishGrade, wishGrades } from '@forum/domain/matchmaking/wishes';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { oneOf } from '../../database/one-of.ts';
import { FirmInEditionEntity } from '../../firms/entities/firm-in-edition.entity.ts';
import { PersonEntity } from '../../identity/entities/person.entity.ts';

/** How much a firm wishes to meet another. */
@Entity('wish')
@Check('wish_grade', oneOf('grade', wishGrades))
@Check('wish_not_self', 'firm_id <> to_firm_id')
@ForeignKey(() => FirmInEditionEntity, ['editionId', 'toFirmId'], ['editionId', 'firmId'], {
  name: 'wish_about',
})
@ForeignKey(() => FirmInEditionEntity, ['editionId', 'firmId'], ['editionId', 'firmId'], { name: 'wish_of' })
@Index('wish_about_firm', ['editionId', 'toFirmId'])
export class WishEntity {
  @PrimaryColumn('uuid')
  editionId: string;

  @PrimaryColumn('uuid')
  firmId: string;

  @PrimaryColumn('uuid')
  toFirmId: string;

  @Column('text')
  grade: WishGrade;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => PersonEntity, { name: 'wish_by' })
  gradedBy: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  gradedAt: Date;
}
