import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { EditionEntity } from '../../editions/entities/edition.entity.ts';

/** A track of the programme. */
@Entity('track')
@Unique('track_name_once', ['editionId', 'name'])
@Unique('track_of_edition', ['editionId', 'id'])
export class TrackEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => EditionEntity, { name: 'track_in_edition' })
  editionId: string;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  colour: string | null;
}
