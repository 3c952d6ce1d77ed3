import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The fingerprint of the secret that keys the journal, so that every node proves it has the same; one row. */
@Entity('journal_secret')
@Check('journal_secret_is_one', 'is_one')
export class JournalSecretEntity {
  @PrimaryColumn('boolean', { default: true })
  isOne: boolean;

  @Column('bytea')
  fingerprint: Buffer;

  @Column('timestamptz', { default: () => 'now()' })
  knownSince: Date;
}
