import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { DelegateEntity } from '../../delegations/entities/delegate.entity.ts';

/** When a delegate can meet, as they said. */
@Entity('availability')
@ForeignKey(() => DelegateEntity, ['editionId', 'delegateId'], ['editionId', 'id'], {
  name: 'availability_answer_of',
})
@Index('availability_answer_in', ['editionId'])
export class AvailabilityEntity {
  @Column('uuid')
  editionId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'availability_answer_pk' })
  delegateId: string;

  @Column('tstzmultirange')
  during: string;
}
