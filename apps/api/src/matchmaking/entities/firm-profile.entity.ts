import type { ProfileContent } from '@forum/contract/matchmaking/profiles';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, VersionColumn } from 'typeorm';
import { FirmInEditionEntity } from '../../firms/entities/firm-in-edition.entity.ts';
import { PersonEntity } from '../../identity/entities/person.entity.ts';

/** What a firm offers and needs in one edition. */
@Entity('firm_profile')
@Check('firm_profile_is_object', `jsonb_typeof(content) = 'object'`)
@ForeignKey(() => FirmInEditionEntity, ['editionId', 'firmId'], ['editionId', 'firmId'], {
  name: 'firm_profile_of',
})
export class FirmProfileEntity {
  @PrimaryColumn('uuid')
  editionId: string;

  @PrimaryColumn('uuid')
  firmId: string;

  @Column('jsonb')
  content: ProfileContent;

  @Column('boolean', { default: false })
  confirmed: boolean;

  @VersionColumn({ default: 1 })
  version: number;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => PersonEntity, { name: 'firm_profile_by' })
  updatedBy: string | null;
}
