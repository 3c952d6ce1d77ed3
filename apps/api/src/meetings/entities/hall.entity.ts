import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique, VersionColumn } from 'typeorm';
import { EditionEntity } from '../../editions/entities/edition.entity.ts';

/** A hall for meetings, with the rhythm of its slots. */
@Entity('hall')
@Check('hall_slot', 'slot_minutes between 10 and 120 and changeover_minutes between 0 and 30')
@Unique('hall_name_once', ['editionId', 'name'])
@Unique('hall_of_edition', ['editionId', 'id'])
export class HallEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => EditionEntity, { name: 'hall_in_edition' })
  editionId: string;

  @Column('text')
  name: string;

  @Column('integer')
  slotMinutes: number;

  @Column('integer')
  changeoverMinutes: number;

  @VersionColumn({ default: 1 })
  version: number;
}
