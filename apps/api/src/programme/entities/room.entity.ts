import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { EditionEntity } from '../../editions/entities/edition.entity.ts';

/** A room of the programme. */
@Entity('room')
@Unique('room_name_once', ['editionId', 'name'])
@Unique('room_of_edition', ['editionId', 'id'])
@Unique('room_source_name_once', ['editionId', 'sourceName'])
export class RoomEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => EditionEntity, { name: 'room_in_edition' })
  editionId: string;

  @Column('text')
  name: string;

  @Column('integer')
  position: number;

  @Column('text', { nullable: true })
  sourceName: string | null;
}
