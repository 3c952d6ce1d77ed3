import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { FirmInEditionEntity } from '../../../firms/entities/firm-in-edition.entity.ts';

/** A planned meeting of two firms that the next run keeps at its time. */
@Entity('plan_pin')
@Check('plan_pin_in_order', 'firm_id < other_firm_id')
@ForeignKey(() => FirmInEditionEntity, ['editionId', 'firmId'], ['editionId', 'firmId'], {
  name: 'plan_pin_of',
})
@ForeignKey(() => FirmInEditionEntity, ['editionId', 'otherFirmId'], ['editionId', 'firmId'], {
  name: 'plan_pin_with',
})
export class PlanPinEntity {
  @PrimaryColumn('uuid')
  editionId: string;

  @PrimaryColumn('uuid')
  firmId: string;

  @PrimaryColumn('uuid')
  otherFirmId: string;

  @Column('timestamptz')
  startsAt: Date;
}
