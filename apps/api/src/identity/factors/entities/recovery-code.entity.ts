import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { PersonEntity } from '../../entities/person.entity.ts';

/** A printed code that replaces a second factor once. */
@Entity('recovery_code')
export class RecoveryCodeEntity {
  @PrimaryColumn('uuid')
  personId: string;

  @PrimaryColumn('bytea')
  codeHash: Buffer;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;

  @ManyToOne(() => PersonEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'recovery_code_of_person' })
  person: Relation<PersonEntity>;
}
