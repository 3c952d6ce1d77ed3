import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { EditionEntity } from '../../editions/entities/edition.entity.ts';
import { PersonEntity } from '../../identity/entities/person.entity.ts';

/** The secret address of a person's calendar in one edition. */
@Entity('calendar_feed')
@Unique('calendar_feed_secret_once', ['secretHash'])
@Index('calendar_feed_once', ['editionId', 'personId'], { unique: true, where: 'revoked_at is null' })
export class CalendarFeedEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => EditionEntity, { name: 'calendar_feed_in' })
  editionId: string;

  @Column('uuid')
  @ForeignKey(() => PersonEntity, { name: 'calendar_feed_of' })
  personId: string;

  @Column('bytea')
  secretHash: Buffer;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;
}
