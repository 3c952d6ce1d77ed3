import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { AideEntity } from '../aides/entities/aide.entity.ts';
import { PersonEntity } from './person.entity.ts';

/** A device that is signed in. */
@Entity('sign_in_session')
@Unique('sign_in_session_secret_once', ['secretHash'])
@Index('sign_in_session_by_aide', ['aideId'], { where: 'aide_id is not null' })
@Index('sign_in_session_of', ['personId'])
@Index('sign_in_session_of_device', ['deviceHash'])
export class SignInSessionEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('bytea')
  secretHash: Buffer;

  @Column('uuid')
  personId: string;

  @Column('text')
  device: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  lastSeenAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('uuid', { nullable: true })
  aideId: string | null;

  @Column('timestamptz', { nullable: true })
  factorAt: Date | null;

  @Column('boolean', { default: false })
  byPrintedLink: boolean;

  @Column('timestamptz', { nullable: true })
  mayEnrolUntil: Date | null;

  @Column('timestamptz', { nullable: true })
  endsAt: Date | null;

  @Column('text', { nullable: true })
  zone: string | null;

  @Column('bytea', { nullable: true })
  deviceHash: Buffer | null;

  @ManyToOne(() => AideEntity, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'aide_id', foreignKeyConstraintName: 'sign_in_session_as_aide' })
  aide: Relation<AideEntity> | null;

  @ManyToOne(() => PersonEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'sign_in_session_of_person' })
  person: Relation<PersonEntity>;
}
