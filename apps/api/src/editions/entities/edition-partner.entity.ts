import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EditionEntity } from './edition.entity.ts';

/** A country or an institution that is a partner of an edition for some time. */
@Entity('edition_partner')
@Check('edition_partner_ends_after_it_starts', 'until is null or until > since')
@Check('edition_partner_kind', `kind in ('country', 'institution')`)
@Index('edition_partner_of', ['editionId'])
export class EditionPartnerEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => EditionEntity, { name: 'edition_partner_of_edition' })
  editionId: string;

  @Column('text')
  kind: 'country' | 'institution';

  @Column('text')
  code: string;

  @Column('text')
  name: string;

  @Column('date')
  since: string;

  @Column('date', { nullable: true })
  until: string | null;
}
