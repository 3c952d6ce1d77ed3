import { AccreditationDecisionEntity } from './entities/accreditation-decision.entity.ts';
import { DelegateEntity } from './entities/delegate.entity.ts';
import { DelegationEntity } from './entities/delegation.entity.ts';
import { DelegationPlaceEntity } from './entities/delegation-place.entity.ts';
import { RepresentationEntity } from './entities/representation.entity.ts';
import { RoleGrantEntity } from './entities/role-grant.entity.ts';

export const delegationsEntities = [
  DelegateEntity,
  DelegationEntity,
  DelegationPlaceEntity,
  AccreditationDecisionEntity,
  RoleGrantEntity,
  RepresentationEntity,
];
