import { Column, Entity, Index, PrimaryColumn, VersionColumn } from 'typeorm';

/** A firm, over all editions. */
@Entity('firm')
@Index('firm_by_name', ['foldedName'])
export class FirmEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  foldedName: string;

  @Column('character', { length: 2, nullable: true })
  country: string | null;

  @Column('text', { nullable: true })
  website: string | null;

  @Column('text', { default: '' })
  description: string;

  @VersionColumn({ default: 1 })
  version: number;
}
