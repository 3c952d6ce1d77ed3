import { Controller } from '@nestjs/common';
import {
  endDelegateSessions,
  endHolderSessions,
  listDelegateSessions,
  listHolderSessions,
} from '@forum/contract/identity/person-sessions';
import type { RouteInput } from '@forum/contract/route';
import { Endpoint } from '../http/endpoint.ts';
import type { Admitted } from '../http/viewer.ts';
import { PersonSessionsService } from './person-sessions.service.ts';

const done = { ok: true } as const;

@Controller()
export class PersonSessionsController {
  constructor(private readonly sessions: PersonSessionsService) {}

  @Endpoint(listDelegateSessions)
  ofDelegate({ params }: RouteInput<typeof listDelegateSessions>, viewer: Admitted) {
    return this.sessions.list(viewer, { delegate: params.delegate });
  }

  @Endpoint(endDelegateSessions)
  async endOfDelegate({ params }: RouteInput<typeof endDelegateSessions>, viewer: Admitted) {
    await this.sessions.end(viewer, { delegate: params.delegate });
    return done;
  }

  @Endpoint(listHolderSessions)
  ofHolder({ params }: RouteInput<typeof listHolderSessions>, viewer: Admitted) {
    return this.sessions.list(viewer, { person: params.person });
  }

  @Endpoint(endHolderSessions)
  async endOfHolder({ params }: RouteInput<typeof endHolderSessions>, viewer: Admitted) {
    await this.sessions.end(viewer, { person: params.person });
    return done;
  }
}
