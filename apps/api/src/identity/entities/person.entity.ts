import { Check, Column, Entity, PrimaryColumn, Unique, VersionColumn } from 'typeorm';

/** A person who may sign in, over all editions. */
@Entity('person')
@Check('person_mail_folded', 'mail = lower(mail)')
@Unique('person_mail_once', ['mail'])
export class PersonEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('text')
  mail: string;

  @Column('text', { nullable: true })
  given: string | null;

  @Column('text', { nullable: true })
  family: string | null;

  @Column('text', { nullable: true })
  nativeScript: string | null;

  @Column('text', { nullable: true })
  nativeLanguage: string | null;

  @Column('text')
  displayName: string;

  @Column('text')
  sortKey: string;

  @Column('text', { nullable: true })
  honorific: string | null;

  @Column('text', { default: 'en' })
  language: string;

  @Column('text', { nullable: true })
  zone: string | null;

  @Column('boolean', { default: false })
  secretariat: boolean;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @VersionColumn({ default: 1 })
  version: number;

  @Column('text', { nullable: true })
  deviceZone: string | null;
}
