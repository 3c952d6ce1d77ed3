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
import { FirmInEditionEntity } from '../../firms/entities/firm-in-edition.entity.ts';
import { WorksheetEntity } from './worksheet.entity.ts';

/** A firm that may see the ratio of a worksheet. */
@Entity('worksheet_share')
@ForeignKey(() => FirmInEditionEntity, ['editionId', 'firmId'], ['editionId', 'firmId'], {
  name: 'worksheet_share_with',
})
@Index('worksheet_share_with_firm', ['editionId', 'firmId'])
export class WorksheetShareEntity {
  @Column('uuid')
  editionId: string;

  @PrimaryColumn('uuid')
  worksheetId: string;

  @PrimaryColumn('uuid')
  firmId: string;

  @Column('timestamptz', { default: () => 'now()' })
  sharedAt: Date;

  @ManyToOne(() => WorksheetEntity, { onDelete: 'CASCADE' })
  @JoinColumn([
    { name: 'edition_id', referencedColumnName: 'editionId', foreignKeyConstraintName: 'worksheet_share_of' },
    { name: 'worksheet_id', referencedColumnName: 'id' },
  ])
  worksheet: Relation<WorksheetEntity>;
}
