import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { HallEntity } from './hall.entity.ts';

/** A time in which a hall is closed, such as a ceremony. */
@Entity('hall_closure')
export class HallClosureEntity {
  @PrimaryColumn('uuid')
  hallId: string;

  @PrimaryColumn('tstzrange')
  during: string;

  @Column('text')
  reason: string;

  @ManyToOne(() => HallEntity)
  @JoinColumn({ name: 'hall_id', foreignKeyConstraintName: 'hall_closure_of' })
  hall: Relation<HallEntity>;
}
