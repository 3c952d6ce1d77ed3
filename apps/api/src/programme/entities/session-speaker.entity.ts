import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { SessionEntity } from './session.entity.ts';
import { SpeakerEntity } from './speaker.entity.ts';

/** A speaker of a session, in the order in which they are listed. */
@Entity('session_speaker')
@Index('session_speaker_of', ['speakerId'])
export class SessionSpeakerEntity {
  @Column('uuid')
  editionId: string;

  @PrimaryColumn('uuid')
  sessionId: string;

  @PrimaryColumn('uuid')
  speakerId: string;

  @Column('integer')
  position: number;

  @Column('boolean', { default: false })
  byHand: boolean;

  @ManyToOne(() => SessionEntity)
  @JoinColumn([
    { name: 'edition_id', referencedColumnName: 'editionId', foreignKeyConstraintName: 'session_speaker_in' },
    { name: 'session_id', referencedColumnName: 'id' },
  ])
  session: Relation<SessionEntity>;

  @ManyToOne(() => SpeakerEntity)
  @JoinColumn([
    { name: 'edition_id', referencedColumnName: 'editionId', foreignKeyConstraintName: 'session_speaker_is' },
    { name: 'speaker_id', referencedColumnName: 'id' },
  ])
  speaker: Relation<SpeakerEntity>;
}
