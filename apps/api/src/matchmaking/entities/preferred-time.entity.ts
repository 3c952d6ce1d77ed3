import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { FirmInEditionEntity } from '../../firms/entities/firm-in-edition.entity.ts';

/** A time in which a firm prefers to meet; two of one firm never overlap. */
@Entity('preferred_time')
@Check('preferred_time_half_open', 'lower_inc(during) and not upper_inc(during)')
@ForeignKey(() => FirmInEditionEntity, ['editionId', 'firmId'], ['editionId', 'firmId'], {
  name: 'preferred_time_of',
})
@Index('preferred_time_in', ['editionId'])
export class PreferredTimeEntity {
  @Column('uuid')
  editionId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'preferred_time_once' })
  firmId: string;

  @PrimaryColumn('tstzrange', { primaryKeyConstraintName: 'preferred_time_once' })
  during: string;
}
