import { type Region, regions } from '@forum/domain/editions/rotation';
import { Check, Column, Entity, PrimaryColumn, Unique, VersionColumn } from 'typeorm';
import { oneOf } from '../../database/one-of.ts';

/** A city that hosts the forum or may host it. */
@Entity('capital')
@Check('capital_region', oneOf('region', regions))
@Unique('capital_slug_once', ['slug'])
export class CapitalEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('text')
  slug: string;

  @Column('text')
  name: string;

  @Column('character', { length: 2 })
  country: string;

  @Column('text')
  zone: string;

  @Column('text')
  region: Region;

  @Column('text')
  accent: string;

  @Column('boolean', { default: true })
  willing: boolean;

  @Column('text', { default: '' })
  entryRules: string;

  @Column('text', { default: '' })
  transport: string;

  @Column('text', { default: '' })
  embassies: string;

  @Column('text', { default: '' })
  emergencyNumbers: string;

  @VersionColumn({ default: 1 })
  version: number;

  @Column('jsonb', { default: {} })
  names: Record<string, string>;
}
