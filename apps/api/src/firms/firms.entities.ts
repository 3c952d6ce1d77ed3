import { FirmEntity } from './entities/firm.entity.ts';
import { FirmInEditionEntity } from './entities/firm-in-edition.entity.ts';
import { FirmListingEntity } from './entities/firm-listing.entity.ts';
import { TeamEntity } from './entities/team.entity.ts';
import { TeamMemberEntity } from './entities/team-member.entity.ts';

export const firmsEntities = [
  FirmEntity,
  FirmInEditionEntity,
  FirmListingEntity,
  TeamEntity,
  TeamMemberEntity,
];
