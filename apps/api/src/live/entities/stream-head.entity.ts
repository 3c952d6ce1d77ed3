import type { StreamName } from '@forum/domain/identity/streams';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last number that was given in a stream. */
@Entity('stream_head')
export class StreamHeadEntity {
  @PrimaryColumn('uuid')
  editionId: string;

  @PrimaryColumn('text')
  stream: StreamName;

  @Column('bigint')
  number: string;
}
