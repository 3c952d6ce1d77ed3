import { Controller } from '@nestjs/common';
import { askForCode, signInByCode, signInByLink } from '@forum/contract/identity/sign-in';
import { beginPasskeySignIn, signInByPasskey } from '@forum/contract/identity/factors/passkeys';
import type { RouteInput } from '@forum/contract/route';
import { Config } from '../config.ts';
import { Endpoint, type Exchange } from '../http/endpoint.ts';
import type { Admitted } from '../http/viewer.ts';
import { type Device, deviceOf, setDeviceCookie } from './device.ts';
import { PasskeysService } from './factors/passkeys.service.ts';
import { setCookie } from './session-cookie.ts';
import { SignInCodesService } from './sign-in-codes.service.ts';
import { SignInService } from './sign-in.service.ts';

const done = { ok: true } as const;

@Controller()
export class SignInController {
  constructor(
    private readonly codes: SignInCodesService,
    private readonly signIn: SignInService,
    private readonly passkeys: PasskeysService,
    private readonly config: Config,
  ) {}

  @Endpoint(askForCode)
  ask({ body }: RouteInput<typeof askForCode>, _: Admitted, exchange: Exchange) {
    const device = deviceOf(exchange, this.config);
    void exchange.reply.header('set-cookie', setDeviceCookie(device, this.config));
    return this.codes.send(body, device);
  }

  @Endpoint(signInByCode)
  byCode({ body }: RouteInput<typeof signInByCode>, _: Admitted, exchange: Exchange) {
    return this.#enter(exchange, (device) => this.signIn.byCode(body.challenge, body.code, device));
  }

  @Endpoint(signInByLink)
  byLink({ body }: RouteInput<typeof signInByLink>, _: Admitted, exchange: Exchange) {
    return this.#enter(exchange, (device) => this.signIn.byLink(body.secret, device));
  }

  @Endpoint(beginPasskeySignIn)
  beginByPasskey() {
    return this.passkeys.beginSignIn();
  }

  @Endpoint(signInByPasskey)
  byPasskey({ body }: RouteInput<typeof signInByPasskey>, _: Admitted, exchange: Exchange) {
    return this.#enter(exchange, (device) => this.passkeys.signIn(body.credential, device));
  }

  /** Signs the browser in, and gives it what it is known by the next time. */
  async #enter(exchange: Exchange, open: (device: Device) => Promise<string>): Promise<typeof done> {
    const device = deviceOf(exchange, this.config);
    const secret = await open(device);
    void exchange.reply.header('set-cookie', [
      setCookie(secret, this.config),
      setDeviceCookie(device, this.config),
    ]);
    return done;
  }
}
