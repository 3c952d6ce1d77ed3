import { Controller } from '@nestjs/common';
import {
  arrangeAide,
  confirmAideOf,
  endAideOf,
  listAidesOf,
  listAidesToConfirm,
} from '@forum/contract/delegations/aides';
import type { RouteInput } from '@forum/contract/route';
import { Endpoint } from '../../http/endpoint.ts';
import type { Admitted } from '../../http/viewer.ts';
import { AidesOfDelegatesService } from './aides-of-delegates.service.ts';

const done = { ok: true } as const;

@Controller()
export class AidesOfDelegatesController {
  constructor(private readonly aides: AidesOfDelegatesService) {}

  @Endpoint(arrangeAide)
  arrange({ body }: RouteInput<typeof arrangeAide>, viewer: Admitted) {
    return this.aides.arrange(viewer, body);
  }

  @Endpoint(listAidesOf)
  list({ params }: RouteInput<typeof listAidesOf>, viewer: Admitted) {
    return this.aides.list(viewer, params.delegate);
  }

  @Endpoint(listAidesToConfirm)
  toConfirm(_: RouteInput<typeof listAidesToConfirm>, viewer: Admitted) {
    return this.aides.toConfirm(viewer);
  }

  @Endpoint(confirmAideOf)
  async confirm({ params }: RouteInput<typeof confirmAideOf>, viewer: Admitted) {
    await this.aides.confirm(viewer, params.aide);
    return done;
  }

  @Endpoint(endAideOf)
  async end({ params }: RouteInput<typeof endAideOf>, viewer: Admitted) {
    await this.aides.end(viewer, params.aide);
    return done;
  }
}
