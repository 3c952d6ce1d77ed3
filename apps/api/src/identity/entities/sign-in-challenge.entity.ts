import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** A code and a link that were mailed for one sign-in. */
@Entity('sign_in_challenge')
@Unique('sign_in_challenge_link_once', ['linkHash'])
@Unique('sign_in_challenge_puzzle_once', ['puzzleHash'])
@Index('sign_in_challenge_by_age', ['createdAt'])
@Index('sign_in_challenge_by_device', ['deviceHash', 'createdAt'])
@Index('sign_in_challenge_of_mail', ['mail', 'createdAt'])
export class SignInChallengeEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('text')
  mail: string;

  @Column('bytea')
  codeHash: Buffer;

  @Column('bytea')
  linkHash: Buffer;

  @Column('text')
  language: string;

  @Column('integer', { default: 0 })
  attempts: number;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  consumedAt: Date | null;

  @Column('boolean', { default: false })
  printed: boolean;

  @Column('bytea', { nullable: true })
  deviceHash: Buffer | null;

  @Column('bytea', { nullable: true })
  puzzleHash: Buffer | null;
}
