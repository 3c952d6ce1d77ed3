import { Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { HallEntity } from './hall.entity.ts';

/** A time in which a hall is open; two of one hall never overlap. */
@Entity('hall_opening')
export class HallOpeningEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'hall_opening_once' })
  hallId: string;

  @PrimaryColumn('tstzrange', { primaryKeyConstraintName: 'hall_opening_once' })
  during: string;

  @ManyToOne(() => HallEntity)
  @JoinColumn({ name: 'hall_id', foreignKeyConstraintName: 'hall_opening_of' })
  hall: Relation<HallEntity>;
}
