import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { EditionEntity } from '../../editions/entities/edition.entity.ts';
import { PersonEntity } from '../../identity/entities/person.entity.ts';

/** A name that speaks in an edition, and the person if known. */
@Entity('speaker')
@Unique('speaker_of_edition', ['editionId', 'id'])
@Index('speaker_of_person', ['personId'])
export class SpeakerEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => EditionEntity, { name: 'speaker_in_edition' })
  editionId: string;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  organisation: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => PersonEntity, { name: 'speaker_is_person' })
  personId: string | null;
}
