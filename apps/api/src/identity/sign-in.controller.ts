import { Controller } from '@nestjs/common';
import { askForCode, signInByCode, signInByLink } from '@forum/contract/identity';
import { beginPasskeySignIn, signInByPasskey } from '@forum/contract/factors';
import { type RouteInput } from '@forum/contract/route';
import { Config } from '../config.ts';
import { Endpoint, type Exchange } from '../http/endpoint.ts';
import { type Admitted } from '../http/viewer.ts';
import { deviceOf } from './device-of.ts';
import { Passkeys } from './factors/passkeys.service.ts';
import { setCookie } from './session-cookie.ts';
import { SignIn } from './sign-in.service.ts';

const done = { ok: true } as const;

@Controller()
export class SignInController {
  constructor(
    private readonly signIn: SignIn,
    private readonly passkeys: Passkeys,
    private readonly config: Config,
  ) {}

  @Endpoint(askForCode)
  ask({ body }: RouteInput<typeof askForCode>) {
    return this.signIn.sendCode(body.mail, body.language);
  }

  @Endpoint(signInByCode)
  async byCode({ body }: RouteInput<typeof signInByCode>, _: Admitted, exchange: Exchange) {
    const secret = await this.signIn.byCode(body.challenge, body.code, deviceOf(exchange));
    void exchange.reply.header('set-cookie', setCookie(secret, this.config));
    return done;
  }

  @Endpoint(signInByLink)
  async byLink({ body }: RouteInput<typeof signInByLink>, _: Admitted, exchange: Exchange) {
    const secret = await this.signIn.byLink(body.secret, deviceOf(exchange));
    void exchange.reply.header('set-cookie', setCookie(secret, this.config));
    return done;
  }

  @Endpoint(beginPasskeySignIn)
  beginByPasskey() {
    return this.passkeys.beginSignIn();
  }

  @Endpoint(signInByPasskey)
  async byPasskey({ body }: RouteInput<typeof signInByPasskey>, _: Admitted, exchange: Exchange) {
    const secret = await this.passkeys.signIn(body.credential, deviceOf(exchange));
    void exchange.reply.header('set-cookie', setCookie(secret, this.config));
    return done;
  }
}
