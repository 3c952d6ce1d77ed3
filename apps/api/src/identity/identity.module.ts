import { Global, Module } from '@nestjs/common';
import { AideChanges } from './aide-changes.ts';
import { AidesController } from './aides.controller.ts';
import { Aides } from './aides.service.ts';
import { MeController } from './me.controller.ts';
import { Me } from './me.service.ts';
import { SignInController } from './sign-in.controller.ts';
import { SignIn } from './sign-in.service.ts';
import { Viewers } from './viewers.ts';

@Global()
@Module({
  controllers: [SignInController, MeController, AidesController],
  providers: [SignIn, Me, Aides, AideChanges, Viewers],
  exports: [SignIn, Aides, Viewers],
})
export class IdentityModule {}
