import { Controller } from '@nestjs/common';
import * as contract from '@forum/contract/meetings/interpreters';
import type { RouteInput } from '@forum/contract/route';
import { Endpoint } from '../../http/endpoint.ts';
import type { Admitted } from '../../http/viewer.ts';
import { InterpretersService } from './interpreters.service.ts';
import { MeetingInterpretersService } from './meeting-interpreters.service.ts';

@Controller()
export class InterpretersController {
  constructor(
    private readonly interpreters: InterpretersService,
    private readonly ofMeetings: MeetingInterpretersService,
  ) {}

  @Endpoint(contract.listInterpreters)
  list(_: RouteInput<typeof contract.listInterpreters>, viewer: Admitted) {
    return this.interpreters.list(viewer);
  }

  @Endpoint(contract.addInterpreter)
  add({ body }: RouteInput<typeof contract.addInterpreter>, viewer: Admitted) {
    return this.interpreters.add(viewer, body);
  }

  @Endpoint(contract.changeInterpreter)
  change({ params, body }: RouteInput<typeof contract.changeInterpreter>, viewer: Admitted) {
    return this.interpreters.change(viewer, params.interpreter, body);
  }

  @Endpoint(contract.removeInterpreter)
  async remove({ params }: RouteInput<typeof contract.removeInterpreter>, viewer: Admitted) {
    await this.interpreters.remove(viewer, params.interpreter);
    return { ok: true } as const;
  }

  @Endpoint(contract.listUninterpreted)
  wanting(_: RouteInput<typeof contract.listUninterpreted>, viewer: Admitted) {
    return this.ofMeetings.wanting(viewer);
  }

  @Endpoint(contract.readInterpreterChoice)
  choice({ params }: RouteInput<typeof contract.readInterpreterChoice>, viewer: Admitted) {
    return this.ofMeetings.choice(viewer, params.meeting);
  }

  @Endpoint(contract.setInterpreter)
  set({ params, body }: RouteInput<typeof contract.setInterpreter>, viewer: Admitted) {
    return this.ofMeetings.set(viewer, params.meeting, body);
  }
}
