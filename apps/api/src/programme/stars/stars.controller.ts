import { Controller } from '@nestjs/common';
import { readStars, star, unstar } from '@forum/contract/programme/stars';
import type { RouteInput } from '@forum/contract/route';
import { Endpoint, type Exchange } from '../../http/endpoint.ts';
import type { Admitted } from '../../http/viewer.ts';
import { StarsService } from './stars.service.ts';

const done = { ok: true } as const;

@Controller()
export class StarsController {
  constructor(private readonly stars: StarsService) {}

  @Endpoint(readStars)
  list(_: RouteInput<typeof readStars>, viewer: Admitted, { reply }: Exchange) {
    void reply.header('cache-control', 'no-store');
    return this.stars.of(viewer);
  }

  @Endpoint(star)
  async set({ params }: RouteInput<typeof star>, viewer: Admitted) {
    await this.stars.set(viewer, params.session);
    return done;
  }

  @Endpoint(unstar)
  async clear({ params }: RouteInput<typeof unstar>, viewer: Admitted) {
    await this.stars.clear(viewer, params.session);
    return done;
  }
}
