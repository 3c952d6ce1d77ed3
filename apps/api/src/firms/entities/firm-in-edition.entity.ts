import {
  Column,
  Entity,
  ForeignKey,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { EditionEntity } from '../../editions/entities/edition.entity.ts';
import { FirmEntity } from './firm.entity.ts';

/** A firm that takes part in an edition, with what the exhibitor list says of it there. */
@Entity('firm_in_edition')
@Index('firm_in_edition_of', ['firmId'])
export class FirmInEditionEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => EditionEntity, { name: 'firm_in_edition_of_edition' })
  editionId: string;

  @PrimaryColumn('uuid')
  firmId: string;

  @Column('text', { array: true, default: [] })
  categories: string[];

  @Column('text', { nullable: true })
  stand: string | null;

  @Column('timestamptz', { nullable: true })
  removedAt: Date | null;

  @Column('boolean', { default: false })
  imported: boolean;

  @Column('text', { nullable: true })
  listedWebsite: string | null;

  @Column('text', { nullable: true })
  listedStand: string | null;

  @Column('text', { nullable: true })
  listedMail: string | null;

  @ManyToOne(() => FirmEntity)
  @JoinColumn({ name: 'firm_id', foreignKeyConstraintName: 'firm_in_edition_of_firm' })
  firm: Relation<FirmEntity>;
}
