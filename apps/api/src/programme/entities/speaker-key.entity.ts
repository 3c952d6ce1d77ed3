import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { SpeakerEntity } from './speaker.entity.ts';

/** What an imported schedule calls a speaker; one speaker may have several such keys. */
@Entity('speaker_key')
@Check('speaker_key_kind', `key ~ '^(id|name):'`)
@Index('speaker_key_of_speaker', ['speakerId'])
export class SpeakerKeyEntity {
  @PrimaryColumn('uuid')
  editionId: string;

  @PrimaryColumn('text')
  key: string;

  @Column('uuid')
  speakerId: string;

  @ManyToOne(() => SpeakerEntity)
  @JoinColumn([
    { name: 'edition_id', referencedColumnName: 'editionId', foreignKeyConstraintName: 'speaker_key_of' },
    { name: 'speaker_id', referencedColumnName: 'id' },
  ])
  speaker: Relation<SpeakerEntity>;
}
