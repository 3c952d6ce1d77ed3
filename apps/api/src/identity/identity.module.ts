import { Global, Module } from '@nestjs/common';
import { Acting } from './aides/acting.service.ts';
import { AideChanges } from './aides/aide-changes.ts';
import { AideMails } from './aides/aide-mails.ts';
import { AidesController } from './aides/aides.controller.ts';
import { Aides } from './aides/aides.service.ts';
import { EnrolmentCodes } from './factors/enrolment-codes.service.ts';
import { FactorChanges } from './factors/factor-changes.ts';
import { FactorsController } from './factors/factors.controller.ts';
import { Passkeys } from './factors/passkeys.service.ts';
import { Proofs } from './factors/proofs.service.ts';
import { SecondFactors } from './factors/second-factors.service.ts';
import { LostFactors } from './factors/lost-factors.service.ts';
import { MeController } from './me.controller.ts';
import { Me } from './me.service.ts';
import { PersonSessionsController } from './person-sessions.controller.ts';
import { PersonSessions } from './person-sessions.service.ts';
import { OpenedSessions } from './opened-sessions.ts';
import { SessionAges } from './session-ages.ts';
import { SignInController } from './sign-in.controller.ts';
import { SignInCodes } from './sign-in-codes.service.ts';
import { SignInPuzzles } from './sign-in-puzzles.ts';
import { SignIn } from './sign-in.service.ts';
import { Viewers } from './viewers.ts';

@Global()
@Module({
  controllers: [SignInController, MeController, FactorsController, PersonSessionsController, AidesController],
  providers: [
    SignIn,
    SignInCodes,
    SignInPuzzles,
    Me,
    Aides,
    Acting,
    AideChanges,
    AideMails,
    FactorChanges,
    EnrolmentCodes,
    SecondFactors,
    Passkeys,
    Proofs,
    OpenedSessions,
    SessionAges,
    PersonSessions,
    LostFactors,
    Viewers,
  ],
  exports: [SignIn, Aides, Viewers],
})
export class IdentityModule {}
