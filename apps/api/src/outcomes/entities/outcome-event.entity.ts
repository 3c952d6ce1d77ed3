import { type OutcomeStage, outcomeStages } from '@forum/domain/outcomes/ledger';
import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import { oneOf } from '../../database/one-of.ts';
import { FirmEntity } from '../../firms/entities/firm.entity.ts';
import { PersonEntity } from '../../identity/entities/person.entity.ts';
import { OutcomeMatterEntity } from './outcome-matter.entity.ts';

/** One entry of the ledger of a matter: proposed, confirmed or declined. Entries are only added. */
@Entity('outcome_event')
@Check('outcome_event_kind', `kind in ('proposed', 'confirmed', 'declined')`)
@Check('outcome_event_pilot_ends', `until is null or stage = 'pilot'`)
@Check('outcome_event_proposal', `(kind = 'proposed') = (stage is not null)`)
@Check('outcome_event_stage', oneOf('stage', outcomeStages))
@Index('outcome_event_of', ['matterId', 'sequence'])
export class OutcomeEventEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  sequence: string;

  @Column('uuid')
  outcomeId: string;

  @Column('uuid')
  matterId: string;

  @Column('text')
  kind: 'proposed' | 'confirmed' | 'declined';

  @Column('uuid')
  @ForeignKey(() => FirmEntity, { name: 'outcome_event_by' })
  byFirm: string;

  @Column('text', { nullable: true })
  stage: OutcomeStage | null;

  @Column('date', { nullable: true })
  until: string | null;

  @Column('boolean', { default: false })
  confidential: boolean;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => PersonEntity, { name: 'outcome_event_person' })
  personId: string | null;

  @Column('timestamptz')
  at: Date;

  @ManyToOne(() => OutcomeMatterEntity)
  @JoinColumn({ name: 'matter_id', foreignKeyConstraintName: 'outcome_event_in' })
  matter: Relation<OutcomeMatterEntity>;
}
