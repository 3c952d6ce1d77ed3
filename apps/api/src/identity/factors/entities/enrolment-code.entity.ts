import {
  Column,
  Entity,
  ForeignKey,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { PersonEntity } from '../../entities/person.entity.ts';

/** A code with which a person may add a second factor once. */
@Entity('enrolment_code')
@Index('enrolment_code_of', ['personId'])
export class EnrolmentCodeEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid')
  personId: string;

  @Column('bytea')
  codeHash: Buffer;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => PersonEntity, { name: 'enrolment_code_by' })
  madeBy: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;

  @ManyToOne(() => PersonEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'enrolment_code_of_person' })
  person: Relation<PersonEntity>;
}
