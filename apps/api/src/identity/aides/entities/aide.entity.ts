import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { EditionEntity } from '../../../editions/entities/edition.entity.ts';
import { PersonEntity } from '../../entities/person.entity.ts';

/** A person who acts for another in one edition, from the invitation until the end. */
@Entity('aide')
@Check('aide_accepts_as_person', 'accepted_at is null or person_id is not null')
@Check('aide_has_edition', 'edition_id is not null or ended_at is not null')
@Check('aide_is_confirmed_by_somebody', '(confirmed_at is null) = (confirmed_by is null)')
@Index('aide_by_person', ['personId'], { where: 'ended_at is null' })
@Index('aide_of_mail', ['mail'], { where: 'ended_at is null' })
@Index('aide_of_principal_by_age', ['principalId', 'invitedAt'])
@Index('aide_once', ['editionId', 'principalId', 'mail'], { unique: true, where: 'ended_at is null' })
export class AideEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid')
  principalId: string;

  @Column('text')
  mail: string;

  @Column('uuid', { nullable: true })
  personId: string | null;

  @Column('uuid')
  @ForeignKey(() => PersonEntity, { name: 'aide_invited_by' })
  invitedBy: string;

  @Column('timestamptz', { default: () => 'now()' })
  invitedAt: Date;

  @Column('timestamptz', { nullable: true })
  acceptedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => EditionEntity, { name: 'aide_in_edition' })
  editionId: string | null;

  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => PersonEntity, { name: 'aide_confirmed_by' })
  confirmedBy: string | null;

  @ManyToOne(() => PersonEntity)
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'aide_is_person' })
  person: Relation<PersonEntity> | null;

  @ManyToOne(() => PersonEntity)
  @JoinColumn({ name: 'principal_id', foreignKeyConstraintName: 'aide_of_principal' })
  principal: Relation<PersonEntity>;
}
