import { Controller } from '@nestjs/common';
import {
  answerAideInvitation,
  confirmAide,
  endAide,
  inviteAide,
  listAideActs,
  listAides,
  listInvitationsAsAide,
} from '@forum/contract/identity/aides';
import { actFor } from '@forum/contract/identity/me';
import type { RouteInput } from '@forum/contract/route';
import { Endpoint } from '../../http/endpoint.ts';
import type { Admitted } from '../../http/viewer.ts';
import { ActingService } from './acting.service.ts';
import { AidesService } from './aides.service.ts';

const done = { ok: true } as const;

@Controller()
export class AidesController {
  constructor(
    private readonly aides: AidesService,
    private readonly acting: ActingService,
  ) {}

  @Endpoint(listAides)
  list(_: RouteInput<typeof listAides>, viewer: Admitted) {
    return this.aides.of(viewer);
  }

  @Endpoint(inviteAide)
  invite({ body }: RouteInput<typeof inviteAide>, viewer: Admitted) {
    return this.aides.inviteOwn(viewer, body);
  }

  @Endpoint(confirmAide)
  async confirm({ params }: RouteInput<typeof confirmAide>, viewer: Admitted) {
    await this.aides.confirmOwn(viewer, params.aide);
    return done;
  }

  @Endpoint(endAide)
  async end({ params }: RouteInput<typeof endAide>, viewer: Admitted) {
    await this.aides.endOwn(viewer, params.aide);
    return done;
  }

  @Endpoint(listAideActs)
  acts({ params }: RouteInput<typeof listAideActs>, viewer: Admitted) {
    return this.aides.actsOf(viewer, params.aide);
  }

  @Endpoint(listInvitationsAsAide)
  invitations(_: RouteInput<typeof listInvitationsAsAide>, viewer: Admitted) {
    return this.acting.invitationsFor(viewer);
  }

  @Endpoint(answerAideInvitation)
  async answer({ params, body }: RouteInput<typeof answerAideInvitation>, viewer: Admitted) {
    await this.acting.answer(viewer, params.invitation, body.accept);
    return done;
  }

  @Endpoint(actFor)
  async actFor({ body }: RouteInput<typeof actFor>, viewer: Admitted) {
    await this.acting.actFor(viewer, body.aide);
    return done;
  }
}
