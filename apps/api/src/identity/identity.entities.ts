import { AideEntity } from './aides/entities/aide.entity.ts';
import { AideDeviceEntity } from './aides/entities/aide-device.entity.ts';
import { KnownDeviceEntity } from './entities/known-device.entity.ts';
import { PersonEntity } from './entities/person.entity.ts';
import { SignInChallengeEntity } from './entities/sign-in-challenge.entity.ts';
import { SignInSessionEntity } from './entities/sign-in-session.entity.ts';
import { CodeAppEntity } from './factors/entities/code-app.entity.ts';
import { EnrolmentCodeEntity } from './factors/entities/enrolment-code.entity.ts';
import { FactorTriesEntity } from './factors/entities/factor-tries.entity.ts';
import { LostFactorEntity } from './factors/entities/lost-factor.entity.ts';
import { PasskeyEntity } from './factors/entities/passkey.entity.ts';
import { RecoveryCodeEntity } from './factors/entities/recovery-code.entity.ts';
import { UsedPasskeyChallengeEntity } from './factors/entities/used-passkey-challenge.entity.ts';

export const identityEntities = [
  PersonEntity,
  SignInSessionEntity,
  SignInChallengeEntity,
  KnownDeviceEntity,
  CodeAppEntity,
  PasskeyEntity,
  UsedPasskeyChallengeEntity,
  RecoveryCodeEntity,
  EnrolmentCodeEntity,
  FactorTriesEntity,
  LostFactorEntity,
  AideEntity,
  AideDeviceEntity,
];
