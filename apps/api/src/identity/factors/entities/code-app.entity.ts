import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PersonEntity } from '../../entities/person.entity.ts';

/** A person's app that shows one-time codes; the next one waits until it is confirmed. */
@Entity('code_app')
@Check('code_app_confirmed_whole', '(sealed_secret is null) = (confirmed_at is null)')
@Check('code_app_next_whole', '(sealed_next is null) = (next_at is null)')
export class CodeAppEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => PersonEntity, { name: 'code_app_of_person', onDelete: 'CASCADE' })
  personId: string;

  @Column('bytea', { nullable: true })
  sealedSecret: Buffer | null;

  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;

  @Column('bigint', { default: () => '0' })
  lastStep: string;

  @Column('bytea', { nullable: true })
  sealedNext: Buffer | null;

  @Column('timestamptz', { nullable: true })
  nextAt: Date | null;
}
