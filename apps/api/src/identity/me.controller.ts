import { Controller } from '@nestjs/common';
import { editMe, endSession, listSessions, whoAmI } from '@forum/contract/identity/me';
import type { RouteInput } from '@forum/contract/route';
import { Config } from '../config.ts';
import { Endpoint, type Exchange } from '../http/endpoint.ts';
import type { Admitted } from '../http/viewer.ts';
import { MeService } from './me.service.ts';
import { setCookie } from './session-cookie.ts';

const done = { ok: true } as const;

@Controller()
export class MeController {
  constructor(
    private readonly me: MeService,
    private readonly config: Config,
  ) {}

  @Endpoint(whoAmI)
  who(_: RouteInput<typeof whoAmI>, viewer: Admitted) {
    return this.me.describe(viewer);
  }

  @Endpoint(editMe)
  async edit({ body }: RouteInput<typeof editMe>, viewer: Admitted) {
    await this.me.edit(viewer, body);
    return done;
  }

  @Endpoint(listSessions)
  sessions(_: RouteInput<typeof listSessions>, viewer: Admitted) {
    return this.me.sessions(viewer);
  }

  @Endpoint(endSession)
  async end({ params }: RouteInput<typeof endSession>, viewer: Admitted, { reply }: Exchange) {
    if (await this.me.endSession(viewer, params.session)) {
      // The cache alone: the app empties its own stores, and without its worker it would not open offline.
      void reply.header('set-cookie', setCookie(null, this.config)).header('clear-site-data', '"cache"');
    }
    return done;
  }
}
