import { Controller } from '@nestjs/common';
import {
  addRoom,
  addTrack,
  listRoomsAndTracks,
  renameRoom,
} from '@forum/contract/programme/rooms-and-tracks';
import {
  changeSession,
  createSession,
  editSession,
  previewNewSession,
  previewSessionChange,
} from '@forum/contract/programme/session-changes';
import type { RouteInput } from '@forum/contract/route';
import { Endpoint } from '../../http/endpoint.ts';
import type { Admitted } from '../../http/viewer.ts';
import { RoomsService } from './rooms.service.ts';
import { SessionsService } from './sessions.service.ts';

@Controller()
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly rooms: RoomsService,
  ) {}

  @Endpoint(previewSessionChange)
  preview({ params, body }: RouteInput<typeof previewSessionChange>, viewer: Admitted) {
    return this.sessions.preview(viewer, params.session, body.change);
  }

  @Endpoint(changeSession)
  change({ params, body }: RouteInput<typeof changeSession>, viewer: Admitted) {
    return this.sessions.change(viewer, params.session, body);
  }

  @Endpoint(previewNewSession)
  previewNew({ body }: RouteInput<typeof previewNewSession>, viewer: Admitted) {
    return this.sessions.previewNew(viewer, body);
  }

  @Endpoint(createSession)
  create({ body }: RouteInput<typeof createSession>, viewer: Admitted) {
    return this.sessions.create(viewer, body);
  }

  @Endpoint(editSession)
  edit({ params, body }: RouteInput<typeof editSession>, viewer: Admitted) {
    return this.sessions.edit(viewer, params.session, body);
  }

  @Endpoint(listRoomsAndTracks)
  listRoomsAndTracks(_: RouteInput<typeof listRoomsAndTracks>, viewer: Admitted) {
    return this.rooms.list(viewer);
  }

  @Endpoint(addRoom)
  addRoom({ body }: RouteInput<typeof addRoom>, viewer: Admitted) {
    return this.rooms.add(viewer, body.name);
  }

  @Endpoint(renameRoom)
  renameRoom({ params, body }: RouteInput<typeof renameRoom>, viewer: Admitted) {
    return this.rooms.rename(viewer, params.room, body.name);
  }

  @Endpoint(addTrack)
  addTrack({ body }: RouteInput<typeof addTrack>, viewer: Admitted) {
    return this.rooms.addTrack(viewer, body.name);
  }
}
