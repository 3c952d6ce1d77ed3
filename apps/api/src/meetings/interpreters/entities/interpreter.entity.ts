import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique, VersionColumn } from 'typeorm';
import { EditionEntity } from '../../../editions/entities/edition.entity.ts';

/** An interpreter who can be booked for meetings of an edition. */
@Entity('interpreter')
@Check('interpreter_between_two', 'cardinality(languages) >= 2')
@Check('interpreter_in_a_row', 'most_in_a_row between 1 and 40')
@Check('interpreter_name', 'char_length(name) between 1 and 120')
@Unique('interpreter_of_edition', ['editionId', 'id'])
export class InterpreterEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => EditionEntity, { name: 'interpreter_in_edition' })
  editionId: string;

  @Column('text')
  name: string;

  @Column('text', { array: true })
  languages: string[];

  @Column('tstzmultirange', { nullable: true })
  hours: string | null;

  @Column('integer', { nullable: true })
  mostInARow: number | null;

  @VersionColumn({ default: 1 })
  version: number;

  @Column('timestamptz', { nullable: true })
  removedAt: Date | null;
}
