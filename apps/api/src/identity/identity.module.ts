import { Global, Module } from '@nestjs/common';
import { ActingService } from './aides/acting.service.ts';
import { AideChanges } from './aides/aide-changes.ts';
import { AideMails } from './aides/aide-mails.ts';
import { AidesController } from './aides/aides.controller.ts';
import { AidesService } from './aides/aides.service.ts';
import { EnrolmentCodesService } from './factors/enrolment-codes.service.ts';
import { FactorChanges } from './factors/factor-changes.ts';
import { FactorsController } from './factors/factors.controller.ts';
import { PasskeysService } from './factors/passkeys.service.ts';
import { ProofsService } from './factors/proofs.service.ts';
import { SecondFactorsService } from './factors/second-factors.service.ts';
import { LostFactorsService } from './factors/lost-factors.service.ts';
import { MeController } from './me.controller.ts';
import { MeService } from './me.service.ts';
import { PersonSessionsController } from './person-sessions.controller.ts';
import { PersonSessionsService } from './person-sessions.service.ts';
import { OpenedSessions } from './opened-sessions.repository.ts';
import { SessionAges } from './session-ages.ts';
import { SignInController } from './sign-in.controller.ts';
import { SignInCodesService } from './sign-in-codes.service.ts';
import { SignInPuzzles } from './sign-in-puzzles.ts';
import { SignInService } from './sign-in.service.ts';
import { Viewers } from './viewers.ts';

@Global()
@Module({
  controllers: [SignInController, MeController, FactorsController, PersonSessionsController, AidesController],
  providers: [
    SignInService,
    SignInCodesService,
    SignInPuzzles,
    MeService,
    AidesService,
    ActingService,
    AideChanges,
    AideMails,
    FactorChanges,
    EnrolmentCodesService,
    SecondFactorsService,
    PasskeysService,
    ProofsService,
    OpenedSessions,
    SessionAges,
    PersonSessionsService,
    LostFactorsService,
    Viewers,
  ],
  exports: [SignInService, AidesService, Viewers],
})
export class IdentityModule {}
