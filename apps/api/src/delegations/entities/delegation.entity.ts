import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique, VersionColumn } from 'typeorm';
import { EditionEntity } from '../../editions/entities/edition.entity.ts';
import { FirmInEditionEntity } from '../../firms/entities/firm-in-edition.entity.ts';
import { PersonEntity } from '../../identity/entities/person.entity.ts';

/** Those who come together to one edition for a country, an institution or a firm. */
@Entity('delegation')
@Check('delegation_kind', `kind in ('country', 'institution', 'firm')`)
@ForeignKey(() => FirmInEditionEntity, ['editionId', 'firmId'], ['editionId', 'firmId'], {
  name: 'delegation_of_firm',
})
@Unique('delegation_invitation_once', ['invitationHash'])
@Unique('delegation_name_once', ['editionId', 'name'])
@Unique('delegation_of_edition', ['editionId', 'id'])
export class DelegationEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => EditionEntity, { name: 'delegation_in_edition' })
  editionId: string;

  @Column('text')
  kind: 'country' | 'institution' | 'firm';

  @Column('text')
  name: string;

  @Column('character', { length: 2, nullable: true })
  country: string | null;

  @Column('uuid', { nullable: true })
  firmId: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => PersonEntity, { name: 'delegation_head' })
  headId: string | null;

  @Column('bytea', { nullable: true })
  invitationHash: Buffer | null;

  @VersionColumn({ default: 1 })
  version: number;
}
