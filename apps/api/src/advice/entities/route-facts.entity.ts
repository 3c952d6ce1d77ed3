import { Check, Column, Entity, ForeignKey, PrimaryColumn, VersionColumn } from 'typeorm';
import { FirmEntity } from '../../firms/entities/firm.entity.ts';
import { PersonEntity } from '../../identity/entities/person.entity.ts';

/** What a firm says of itself for the rules of legal routes, and what of it others may use. */
@Entity('route_facts')
@Check('route_facts_is_object', `jsonb_typeof(content) = 'object'`)
export class RouteFactsEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => FirmEntity, { name: 'route_facts_of' })
  firmId: string;

  @Column('jsonb')
  content: unknown;

  @Column('text', { array: true, default: [] })
  shared: string[];

  @VersionColumn({ default: 1 })
  version: number;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => PersonEntity, { name: 'route_facts_by' })
  updatedBy: string | null;
}
