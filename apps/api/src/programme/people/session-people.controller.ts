import { Controller } from '@nestjs/common';
import type { RouteInput } from '@forum/contract/route';
import {
  addSpeaker,
  linkSpeaker,
  nameForSession,
  readSessionPeople,
  removeSpeaker,
  unnameForSession,
} from '@forum/contract/programme/session-people';
import { Endpoint, type Exchange } from '../../http/endpoint.ts';
import { type Admitted, editionOf } from '../../http/viewer.ts';
import { ClearancesService } from './clearances.service.ts';
import { SessionPeopleRepository } from './session-people.repository.ts';
import { SpeakersService } from './speakers.service.ts';

const done = { ok: true } as const;

@Controller()
export class SessionPeopleController {
  constructor(
    private readonly people: SessionPeopleRepository,
    private readonly clearances: ClearancesService,
    private readonly speakers: SpeakersService,
  ) {}

  @Endpoint(readSessionPeople)
  read({ params }: RouteInput<typeof readSessionPeople>, viewer: Admitted, { reply }: Exchange) {
    void reply.header('cache-control', 'no-store');
    return this.people.of(editionOf(viewer).id, params.session);
  }

  @Endpoint(nameForSession)
  async name({ params }: RouteInput<typeof nameForSession>, viewer: Admitted) {
    await this.clearances.set(viewer, params.session, params.delegate, true);
    return done;
  }

  @Endpoint(unnameForSession)
  async unname({ params }: RouteInput<typeof unnameForSession>, viewer: Admitted) {
    await this.clearances.set(viewer, params.session, params.delegate, false);
    return done;
  }

  @Endpoint(addSpeaker)
  async addSpeaker({ params, body }: RouteInput<typeof addSpeaker>, viewer: Admitted) {
    await this.speakers.add(viewer, params.session, body);
    return done;
  }

  @Endpoint(removeSpeaker)
  async removeSpeaker({ params }: RouteInput<typeof removeSpeaker>, viewer: Admitted) {
    await this.speakers.remove(viewer, params.session, params.speaker);
    return done;
  }

  @Endpoint(linkSpeaker)
  async linkSpeaker({ params, body }: RouteInput<typeof linkSpeaker>, viewer: Admitted) {
    await this.speakers.link(viewer, params.speaker, body.delegateId);
    return done;
  }
}
