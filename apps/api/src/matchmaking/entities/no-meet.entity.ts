import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { FirmInEditionEntity } from '../../firms/entities/firm-in-edition.entity.ts';
import { PersonEntity } from '../../identity/entities/person.entity.ts';

/** Two firms that must never meet, in either direction, and why. */
@Entity('no_meet')
@Check('no_meet_not_self', 'firm_id <> other_firm_id')
@ForeignKey(() => FirmInEditionEntity, ['editionId', 'firmId'], ['editionId', 'firmId'], {
  name: 'no_meet_of',
})
@ForeignKey(() => FirmInEditionEntity, ['editionId', 'otherFirmId'], ['editionId', 'firmId'], {
  name: 'no_meet_with',
})
@Index('no_meet_with_firm', ['editionId', 'otherFirmId'])
export class NoMeetEntity {
  @PrimaryColumn('uuid')
  editionId: string;

  @PrimaryColumn('uuid')
  firmId: string;

  @PrimaryColumn('uuid')
  otherFirmId: string;

  @Column('text')
  reason: string;

  @Column('uuid')
  @ForeignKey(() => PersonEntity, { name: 'no_meet_by' })
  namedBy: string;

  @Column('boolean', { default: false })
  byHost: boolean;

  @Column('timestamptz', { default: () => 'now()' })
  namedAt: Date;
}
