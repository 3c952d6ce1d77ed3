import { Controller } from '@nestjs/common';
import {
  actFor,
  answerAideInvitation,
  endAide,
  inviteAide,
  listAides,
  listInvitationsAsAide,
} from '@forum/contract/identity';
import { type RouteInput } from '@forum/contract/route';
import { Endpoint } from '../http/endpoint.ts';
import { type Admitted, personOf } from '../http/viewer.ts';
import { Aides } from './aides.service.ts';

const done = { ok: true } as const;

@Controller()
export class AidesController {
  constructor(private readonly aides: Aides) {}

  @Endpoint(listAides)
  list(_: RouteInput<typeof listAides>, viewer: Admitted) {
    return this.aides.of(viewer);
  }

  @Endpoint(inviteAide)
  invite({ body }: RouteInput<typeof inviteAide>, viewer: Admitted) {
    return this.aides.invite(viewer, (viewer.aide ?? personOf(viewer)).id, body.mail);
  }

  @Endpoint(endAide)
  async end({ params }: RouteInput<typeof endAide>, viewer: Admitted) {
    await this.aides.end(viewer, params.aide);
    return done;
  }

  @Endpoint(listInvitationsAsAide)
  invitations(_: RouteInput<typeof listInvitationsAsAide>, viewer: Admitted) {
    return this.aides.invitationsFor(viewer);
  }

  @Endpoint(answerAideInvitation)
  async answer({ params, body }: RouteInput<typeof answerAideInvitation>, viewer: Admitted) {
    await this.aides.answer(viewer, params.invitation, body.accept);
    return done;
  }

  @Endpoint(actFor)
  async actFor({ body }: RouteInput<typeof actFor>, viewer: Admitted) {
    await this.aides.actFor(viewer, body.principal);
    return done;
  }
}
