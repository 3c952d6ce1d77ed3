import { CapabilityChangeEntity } from './entities/capability-change.entity.ts';
import { FirmProfileEntity } from './entities/firm-profile.entity.ts';
import { MatchSettingEntity } from './entities/match-setting.entity.ts';
import { NoMeetEntity } from './entities/no-meet.entity.ts';
import { PreferredTimeEntity } from './entities/preferred-time.entity.ts';
import { WishEntity } from './entities/wish.entity.ts';
import { FirmAbsenceEntity } from './planning/entities/firm-absence.entity.ts';
import { PlanPinEntity } from './planning/entities/plan-pin.entity.ts';
import { PlanRunEntity } from './planning/entities/plan-run.entity.ts';

export const matchmakingEntities = [
  WishEntity,
  PreferredTimeEntity,
  NoMeetEntity,
  MatchSettingEntity,
  FirmProfileEntity,
  CapabilityChangeEntity,
  PlanRunEntity,
  PlanPinEntity,
  FirmAbsenceEntity,
];
