import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { EditionEntity } from '../../editions/entities/edition.entity.ts';
import { PersonEntity } from '../../identity/entities/person.entity.ts';

/** What a person is notified of: a kind and its facts, from which mails are written. */
@Entity('notice')
@Check('notice_about', '(about_thing is null) = (about_version is null)')
@Check('notice_facts_are_named', `jsonb_typeof(facts) = 'object'`)
@Check('notice_has_one_reader', 'num_nonnulls(person_id, address) = 1')
@Check('notice_to_address_in_language', '(address is null) = (language is null)')
@Unique('notice_once', ['once'])
@Index('notice_about_thing', ['aboutThing'], { where: 'about_thing is not null' })
@Index('notice_by_age', ['createdAt'])
@Index('notice_of', ['personId', 'createdAt'], { where: 'person_id is not null' })
export class NoticeEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('text')
  kind: string;

  @Column('jsonb')
  facts: unknown;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => EditionEntity, { name: 'notice_in' })
  editionId: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => PersonEntity, { name: 'notice_to' })
  personId: string | null;

  @Column('text', { nullable: true })
  address: string | null;

  @Column('text', { nullable: true })
  language: string | null;

  @Column('text', { nullable: true })
  aboutThing: string | null;

  @Column('bigint', { nullable: true })
  aboutVersion: string | null;

  @Column('text', { nullable: true })
  once: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}
