import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { DelegateEntity } from '../../../delegations/entities/delegate.entity.ts';
import { FirmInEditionEntity } from '../../../firms/entities/firm-in-edition.entity.ts';
import { PersonEntity } from '../../../identity/entities/person.entity.ts';

/** A delegate who may release topics for a firm, named by the firm or by the host. */
@Entity('export_officer')
@ForeignKey(() => DelegateEntity, ['editionId', 'delegateId'], ['editionId', 'id'], {
  name: 'export_officer_is',
})
@ForeignKey(() => FirmInEditionEntity, ['editionId', 'firmId'], ['editionId', 'firmId'], {
  name: 'export_officer_of',
})
export class ExportOfficerEntity {
  @PrimaryColumn('uuid')
  editionId: string;

  @PrimaryColumn('uuid')
  firmId: string;

  @PrimaryColumn('uuid')
  delegateId: string;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => PersonEntity, { name: 'export_officer_by' })
  namedBy: string | null;

  @Column('boolean', { default: false })
  byHost: boolean;

  @Column('timestamptz', { default: () => 'now()' })
  namedAt: Date;

  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => PersonEntity, { name: 'export_officer_confirmed_by' })
  confirmedBy: string | null;
}
