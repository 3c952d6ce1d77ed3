import { Controller } from '@nestjs/common';
import { listFactorHolders, makeEnrolmentCode } from '@forum/contract/identity/factors/factor-holders';
import {
  beginCodeApp,
  confirmCodeApp,
  proveByCode,
  readFactors,
  removeCodeApp,
  renewRecoveryCodes,
  useEnrolmentCode,
} from '@forum/contract/identity/factors/factors';
import { reportLostFactor } from '@forum/contract/identity/factors/lost-factor';
import {
  addPasskey,
  beginPasskey,
  beginPasskeyProof,
  proveByPasskey,
  removePasskey,
} from '@forum/contract/identity/factors/passkeys';
import type { RouteInput } from '@forum/contract/route';
import { Config } from '../../config.ts';
import { Endpoint, type Exchange } from '../../http/endpoint.ts';
import type { Admitted } from '../../http/viewer.ts';
import { deviceOf } from '../device.ts';
import { setCookie } from '../session-cookie.ts';
import { EnrolmentCodesService } from './enrolment-codes.service.ts';
import { LostFactorsService } from './lost-factors.service.ts';
import { PasskeysService } from './passkeys.service.ts';
import { ProofsService } from './proofs.service.ts';
import { SecondFactorsService } from './second-factors.service.ts';

const done = { ok: true } as const;

@Controller()
export class FactorsController {
  constructor(
    private readonly factors: SecondFactorsService,
    private readonly proofs: ProofsService,
    private readonly codes: EnrolmentCodesService,
    private readonly passkeys: PasskeysService,
    private readonly lost: LostFactorsService,
    private readonly config: Config,
  ) {}

  @Endpoint(readFactors)
  read(_: RouteInput<typeof readFactors>, viewer: Admitted) {
    return this.factors.describe(viewer);
  }

  @Endpoint(useEnrolmentCode)
  async enrol({ body }: RouteInput<typeof useEnrolmentCode>, viewer: Admitted) {
    await this.codes.use(viewer, body.code);
    return done;
  }

  @Endpoint(beginCodeApp)
  begin(_: RouteInput<typeof beginCodeApp>, viewer: Admitted) {
    return this.factors.beginCodeApp(viewer);
  }

  @Endpoint(confirmCodeApp)
  async confirm({ body }: RouteInput<typeof confirmCodeApp>, viewer: Admitted, { reply }: Exchange) {
    const { secret, recoveryCodes } = await this.factors.confirmCodeApp(viewer, body.code);
    if (secret) void reply.header('set-cookie', setCookie(secret, this.config));
    return { recoveryCodes };
  }

  @Endpoint(removeCodeApp)
  async remove(_: RouteInput<typeof removeCodeApp>, viewer: Admitted) {
    await this.factors.removeCodeApp(viewer);
    return done;
  }

  @Endpoint(renewRecoveryCodes)
  async renew(_: RouteInput<typeof renewRecoveryCodes>, viewer: Admitted) {
    return { recoveryCodes: await this.factors.renewRecoveryCodes(viewer) };
  }

  @Endpoint(proveByCode)
  async prove({ body }: RouteInput<typeof proveByCode>, viewer: Admitted, { reply }: Exchange) {
    const secret = await this.proofs.byCode(viewer, body.code);
    if (secret) void reply.header('set-cookie', setCookie(secret, this.config));
    return done;
  }

  @Endpoint(beginPasskey)
  beginPasskey(_: RouteInput<typeof beginPasskey>, viewer: Admitted) {
    return this.passkeys.begin(viewer);
  }

  @Endpoint(addPasskey)
  async addPasskey({ body }: RouteInput<typeof addPasskey>, viewer: Admitted, exchange: Exchange) {
    const { secret, recoveryCodes } = await this.passkeys.add(
      viewer,
      body.credential,
      deviceOf(exchange, this.config).agent,
    );
    if (secret) void exchange.reply.header('set-cookie', setCookie(secret, this.config));
    return { recoveryCodes };
  }

  @Endpoint(removePasskey)
  async removePasskey({ params }: RouteInput<typeof removePasskey>, viewer: Admitted) {
    await this.passkeys.remove(viewer, params.passkey);
    return done;
  }

  @Endpoint(beginPasskeyProof)
  beginProof(_: RouteInput<typeof beginPasskeyProof>, viewer: Admitted) {
    return this.passkeys.beginProof(viewer);
  }

  @Endpoint(proveByPasskey)
  async proveByPasskey({ body }: RouteInput<typeof proveByPasskey>, viewer: Admitted, { reply }: Exchange) {
    const secret = await this.passkeys.prove(viewer, body.credential);
    if (secret) void reply.header('set-cookie', setCookie(secret, this.config));
    return done;
  }

  @Endpoint(listFactorHolders)
  holders(_: RouteInput<typeof listFactorHolders>, viewer: Admitted) {
    return this.codes.holders(viewer);
  }

  @Endpoint(makeEnrolmentCode)
  make({ params }: RouteInput<typeof makeEnrolmentCode>, viewer: Admitted) {
    return this.codes.makeFor(viewer, params.person);
  }

  @Endpoint(reportLostFactor)
  async reportLost({ params }: RouteInput<typeof reportLostFactor>, viewer: Admitted) {
    return { made: await this.lost.report(viewer, params.person) };
  }
}
