import { Controller } from '@nestjs/common';
import {
  addRoom,
  changeSession,
  createSession,
  editSession,
  listRooms,
  previewSessionChange,
} from '@forum/contract/programme';
import { type RouteInput } from '@forum/contract/route';
import { Endpoint } from '../../http/endpoint.ts';
import { type Admitted } from '../../http/viewer.ts';
import { Rooms } from './rooms.service.ts';
import { Sessions } from './sessions.service.ts';

@Controller()
export class SessionsController {
  constructor(
    private readonly sessions: Sessions,
    private readonly rooms: Rooms,
  ) {}

  @Endpoint(previewSessionChange)
  preview({ params, body }: RouteInput<typeof previewSessionChange>, viewer: Admitted) {
    return this.sessions.preview(viewer, params.session, body.change);
  }

  @Endpoint(changeSession)
  change({ params, body }: RouteInput<typeof changeSession>, viewer: Admitted) {
    return this.sessions.change(viewer, params.session, body);
  }

  @Endpoint(createSession)
  create({ body }: RouteInput<typeof createSession>, viewer: Admitted) {
    return this.sessions.create(viewer, body);
  }

  @Endpoint(editSession)
  edit({ params, body }: RouteInput<typeof editSession>, viewer: Admitted) {
    return this.sessions.edit(viewer, params.session, body);
  }

  @Endpoint(listRooms)
  listRooms(_: RouteInput<typeof listRooms>, viewer: Admitted) {
    return this.rooms.list(viewer);
  }

  @Endpoint(addRoom)
  addRoom({ body }: RouteInput<typeof addRoom>, viewer: Admitted) {
    return this.rooms.add(viewer, body.name);
  }
}
