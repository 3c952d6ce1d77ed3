import { Controller } from '@nestjs/common';
import {
  createEdition,
  editEdition,
  listEditions,
  moveToPhase,
  readEdition,
  setPartners,
} from '@forum/contract/editions/editions';
import { editVisitorPage } from '@forum/contract/editions/visitor-page';
import type { RouteInput } from '@forum/contract/route';
import { Endpoint } from '../http/endpoint.ts';
import type { Admitted } from '../http/viewer.ts';
import { EditionsService } from './editions.service.ts';

const done = { ok: true } as const;

@Controller()
export class EditionsController {
  constructor(private readonly editions: EditionsService) {}

  @Endpoint(listEditions)
  list(_: RouteInput<typeof listEditions>, viewer: Admitted) {
    return this.editions.list(viewer);
  }

  @Endpoint(readEdition)
  read(_: RouteInput<typeof readEdition>, viewer: Admitted) {
    return this.editions.read(viewer);
  }

  @Endpoint(createEdition)
  create({ body }: RouteInput<typeof createEdition>, viewer: Admitted) {
    return this.editions.create(viewer, body);
  }

  @Endpoint(editEdition)
  edit({ body }: RouteInput<typeof editEdition>, viewer: Admitted) {
    return this.editions.edit(viewer, body);
  }

  @Endpoint(moveToPhase)
  move({ body }: RouteInput<typeof moveToPhase>, viewer: Admitted) {
    return this.editions.move(viewer, body);
  }

  @Endpoint(setPartners)
  async setPartners({ body }: RouteInput<typeof setPartners>, viewer: Admitted) {
    await this.editions.setPartners(viewer, body.partners);
    return done;
  }

  @Endpoint(editVisitorPage)
  async editVisitorPage({ body }: RouteInput<typeof editVisitorPage>, viewer: Admitted) {
    await this.editions.editVisitorPage(viewer, body);
    return done;
  }
}
