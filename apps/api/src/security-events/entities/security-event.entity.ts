import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { SecurityEventKind } from '../security-events.ts';

/** Something that matters to security: who signed in, who was refused, whose rights changed. */
@Entity('security_event')
@Check('security_event_happened', 'times > 0')
@Index('security_event_by_time', ['at'])
@Index('security_event_of_person', ['personId', 'id'], { where: 'person_id is not null' })
export class SecurityEventEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  at: Date;

  @Column('text')
  kind: SecurityEventKind;

  @Column('text')
  what: string;

  @Column('uuid', { nullable: true })
  personId: string | null;

  @Column('uuid', { nullable: true })
  actingFor: string | null;

  @Column('uuid', { nullable: true })
  sessionId: string | null;

  @Column('uuid', { nullable: true })
  subjectId: string | null;

  @Column('uuid', { nullable: true })
  editionId: string | null;

  @Column('text', { nullable: true })
  route: string | null;

  @Column('text', { nullable: true })
  requestId: string | null;

  @Column('integer', { default: 1 })
  times: number;
}
