import { meetingParties, type MeetingParty } from '@forum/domain/meetings/meeting-state';
import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
  Unique,
} from 'typeorm';
import { oneOf } from '../../../database/one-of.ts';
import { PersonEntity } from '../../../identity/entities/person.entity.ts';
import { MeetingEntity } from '../../entities/meeting.entity.ts';

/** A document that one side has added to a meeting. */
@Entity('meeting_attachment')
@Check('meeting_attachment_at_most', 'place between 1 and 5')
@Check('meeting_attachment_kind', `kind in ('pdf', 'png', 'jpeg', 'text', 'docx', 'xlsx', 'pptx')`)
@Check('meeting_attachment_name', `char_length(name) between 1 and 120 and name !~ '[/\\\\[:cntrl:]]'`)
@Check('meeting_attachment_side', oneOf('side', meetingParties))
@Check('meeting_attachment_size', 'octet_length(content) between 1 and 10485760')
@Unique('meeting_attachment_once_a_place', ['meetingId', 'side', 'place'])
@Index('meeting_attachment_in', ['editionId', 'meetingId'])
export class MeetingAttachmentEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid')
  editionId: string;

  @Column('uuid')
  meetingId: string;

  @Column('text')
  side: MeetingParty;

  @Column('integer')
  place: number;

  @Column('text')
  name: string;

  @Column('text')
  kind: 'pdf' | 'png' | 'jpeg' | 'text' | 'docx' | 'xlsx' | 'pptx';

  @Column('bytea')
  content: Buffer;

  @Column({ type: 'integer', generatedType: 'STORED', asExpression: 'octet_length(content)' })
  bytes: number;

  @Column({ type: 'bytea', generatedType: 'STORED', asExpression: 'sha256(content)' })
  sha256: Buffer;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => PersonEntity, { name: 'meeting_attachment_by' })
  addedBy: string | null;

  @Column('timestamptz')
  addedAt: Date;

  @ManyToOne(() => MeetingEntity)
  @JoinColumn([
    {
      name: 'edition_id',
      referencedColumnName: 'editionId',
      foreignKeyConstraintName: 'meeting_attachment_of',
    },
    { name: 'meeting_id', referencedColumnName: 'id' },
  ])
  meeting: Relation<MeetingEntity>;
}
