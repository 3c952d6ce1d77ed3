import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A challenge of a passkey that was answered, so that it is not answered again. */
@Entity('used_passkey_challenge')
export class UsedPasskeyChallengeEntity {
  @PrimaryColumn('bytea')
  challengeHash: Buffer;

  @Column('timestamptz')
  expiresAt: Date;
}
