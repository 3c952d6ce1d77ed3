import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { PersonEntity } from './person.entity.ts';

/** A device on which a person has signed in. */
@Entity('known_device')
export class KnownDeviceEntity {
  @PrimaryColumn('uuid')
  personId: string;

  @PrimaryColumn('bytea')
  deviceHash: Buffer;

  @Column('timestamptz', { default: () => 'now()' })
  firstSeenAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  lastSeenAt: Date;

  @ManyToOne(() => PersonEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'known_device_of' })
  person: Relation<PersonEntity>;
}
