import { type PhaseName, phaseNames } from '@forum/domain/editions/phase';
import {
  Check,
  Column,
  Entity,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
  Unique,
  VersionColumn,
} from 'typeorm';
import { oneOf } from '../../database/one-of.ts';
import { CapitalEntity } from './capital.entity.ts';

/** One forum: a year, a capital, the days and the phase. */
@Entity('edition')
@Check('edition_contact_mail', `contact_mail <> ''`)
@Check('edition_contact_phone', `contact_phone <> ''`)
@Check('edition_ends_after_it_starts', 'ends_on >= starts_on')
@Check('edition_phase', oneOf('phase', phaseNames))
@Unique('edition_slug_once', ['slug'])
@Unique('edition_year_once', ['year'])
export class EditionEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('text')
  slug: string;

  @Column('integer')
  year: number;

  @Column('uuid')
  capitalId: string;

  @Column('text')
  title: string;

  @Column('text')
  venue: string;

  @Column('text')
  address: string;

  @Column('date')
  startsOn: string;

  @Column('date')
  endsOn: string;

  @Column('text')
  zone: string;

  @Column('text', { default: 'planned' })
  phase: PhaseName;

  @VersionColumn({ default: 1 })
  version: number;

  @Column('text', { nullable: true })
  contactMail: string | null;

  @Column('text', { nullable: true })
  contactPhone: string | null;

  @ManyToOne(() => CapitalEntity)
  @JoinColumn({ name: 'capital_id', foreignKeyConstraintName: 'edition_in_capital' })
  capital: Relation<CapitalEntity>;
}
