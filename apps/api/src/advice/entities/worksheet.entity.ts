import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique, VersionColumn } from 'typeorm';
import { FirmInEditionEntity } from '../../firms/entities/firm-in-edition.entity.ts';
import { PersonEntity } from '../../identity/entities/person.entity.ts';

/** A bill of materials by origin and cost; only its firm reads the lines. */
@Entity('worksheet')
@Check('worksheet_has_lines', `jsonb_typeof(lines) = 'array'`)
@ForeignKey(() => FirmInEditionEntity, ['editionId', 'firmId'], ['editionId', 'firmId'], {
  name: 'worksheet_of',
})
@Unique('worksheet_of_edition', ['editionId', 'id'])
@Index('worksheet_of_firm', ['editionId', 'firmId', 'id'])
export class WorksheetEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid')
  editionId: string;

  @Column('uuid')
  firmId: string;

  @Column('text')
  title: string;

  @Column('character', { length: 3 })
  currency: string;

  @Column('jsonb')
  lines: unknown;

  @VersionColumn({ default: 1 })
  version: number;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => PersonEntity, { name: 'worksheet_by' })
  updatedBy: string | null;
}
