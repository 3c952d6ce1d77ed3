import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EditionEntity } from '../../editions/entities/edition.entity.ts';

/** A time of a person, table, room or interpreter that is taken; two of one resource never overlap. */
@Entity('reservation')
@Check('reservation_half_open', 'lower_inc(during) and not upper_inc(during)')
@Check('reservation_resource_kind', `resource_kind in ('person', 'table', 'room', 'interpreter')`)
@Index('reservation_in', ['editionId', 'during'], { type: 'gist' })
@Index('reservation_of_commitment', ['commitmentKind', 'commitmentId'])
export class ReservationEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => EditionEntity, { name: 'reservation_in_edition' })
  editionId: string;

  @Column('text')
  resourceKind: 'person' | 'table' | 'room' | 'interpreter';

  @Column('uuid')
  resourceId: string;

  @Column('tstzrange')
  during: string;

  @Column('text')
  commitmentKind: string;

  @Column('uuid')
  commitmentId: string;
}
