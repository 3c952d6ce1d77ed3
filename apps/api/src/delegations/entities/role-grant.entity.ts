import { type Role, roles } from '@forum/domain/identity/role';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { oneOf } from '../../database/one-of.ts';
import { EditionEntity } from '../../editions/entities/edition.entity.ts';
import { PersonEntity } from '../../identity/entities/person.entity.ts';

/** A role that a person has in an edition. */
@Entity('role_grant')
@Check('role_grant_role', oneOf('role', roles))
@Index('role_grant_of', ['personId'])
export class RoleGrantEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => EditionEntity, { name: 'role_grant_in_edition' })
  editionId: string;

  @PrimaryColumn('uuid')
  @ForeignKey(() => PersonEntity, { name: 'role_grant_to_person' })
  personId: string;

  @PrimaryColumn('text')
  role: Role;

  @Column('uuid', { nullable: true })
  grantedBy: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  grantedAt: Date;
}
