import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A write that was sent with an idempotency key, and its answer; kept for a day. */
@Entity('keyed_write')
@Index('keyed_write_by_age', ['createdAt'])
export class KeyedWriteEntity {
  @PrimaryColumn('uuid')
  personId: string;

  @PrimaryColumn('text')
  key: string;

  @Column('bytea')
  fingerprint: Buffer;

  @Column('text', { nullable: true })
  answer: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}
