import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { HallEntity } from './hall.entity.ts';

/** A table of a hall, with its place on the plan. */
@Entity('meeting_table')
@Unique('meeting_table_label_once', ['hallId', 'label'])
@Unique('meeting_table_of_edition', ['editionId', 'id'])
export class MeetingTableEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid')
  editionId: string;

  @Column('uuid')
  hallId: string;

  @Column('text')
  label: string;

  @Column('integer')
  position: number;

  @Column('integer')
  capacity: number;

  @Column('real')
  x: number;

  @Column('real')
  y: number;

  @Column('timestamptz', { nullable: true })
  removedAt: Date | null;

  @ManyToOne(() => HallEntity)
  @JoinColumn([
    {
      name: 'edition_id',
      referencedColumnName: 'editionId',
      foreignKeyConstraintName: 'meeting_table_in_hall',
    },
    { name: 'hall_id', referencedColumnName: 'id' },
  ])
  hall: Relation<HallEntity>;
}
