import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { FirmInEditionEntity } from './firm-in-edition.entity.ts';

/** What an exhibitor list calls a firm whose name or country was corrected since. */
@Entity('firm_listing')
@Index('firm_listing_of_firm', ['firmId'])
export class FirmListingEntity {
  @PrimaryColumn('uuid')
  editionId: string;

  @PrimaryColumn('text')
  key: string;

  @Column('uuid')
  firmId: string;

  @ManyToOne(() => FirmInEditionEntity)
  @JoinColumn([
    { name: 'edition_id', referencedColumnName: 'editionId', foreignKeyConstraintName: 'firm_listing_of' },
    { name: 'firm_id', referencedColumnName: 'firmId' },
  ])
  firm: Relation<FirmInEditionEntity>;
}
