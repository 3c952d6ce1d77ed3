import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { EditionEntity } from '../../editions/entities/edition.entity.ts';

/** What the secretariat has changed of the shipped capabilities, for one edition. */
@Entity('capability_change')
export class CapabilityChangeEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => EditionEntity, { name: 'capability_change_of' })
  editionId: string;

  @PrimaryColumn('text')
  code: string;

  @Column('text')
  title: string;

  @Column('text')
  titleKo: string;

  @Column('text', { nullable: true })
  parent: string | null;

  @Column('text', { array: true, default: [] })
  synonyms: string[];

  @Column('boolean', { default: false })
  hidden: boolean;
}
