import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { AideEntity } from './aide.entity.ts';

/** A device from which an aide has acted, so that the principal is notified of each new one once. */
@Entity('aide_device')
export class AideDeviceEntity {
  @PrimaryColumn('uuid')
  aideId: string;

  @PrimaryColumn('text')
  device: string;

  @Column('timestamptz', { default: () => 'now()' })
  firstAt: Date;

  @ManyToOne(() => AideEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'aide_id', foreignKeyConstraintName: 'aide_device_of' })
  aide: Relation<AideEntity>;
}
