import { Controller } from '@nestjs/common';
import { listNoMeets, setNoMeet } from '@forum/contract/matchmaking/no-meets';
import { gradeWish, listWishes } from '@forum/contract/matchmaking/wishes';
import { readPreferredTimes, setPreferredTimes } from '@forum/contract/matchmaking/preferred-times';
import type { RouteInput } from '@forum/contract/route';
import { Endpoint } from '../../http/endpoint.ts';
import type { Admitted } from '../../http/viewer.ts';
import { NoMeetsService } from '../no-meets/no-meets.service.ts';
import { PreferredTimesOfFirmsService } from './preferred-times.service.ts';
import { WishesService } from './wishes.service.ts';

@Controller()
export class WishesController {
  constructor(
    private readonly wishes: WishesService,
    private readonly noMeets: NoMeetsService,
    private readonly preferred: PreferredTimesOfFirmsService,
  ) {}

  @Endpoint(listWishes)
  list({ params }: RouteInput<typeof listWishes>, viewer: Admitted) {
    return this.wishes.list(viewer, params.firm);
  }

  @Endpoint(gradeWish)
  grade({ params, body }: RouteInput<typeof gradeWish>, viewer: Admitted) {
    return this.wishes.grade(viewer, params.firm, body);
  }

  @Endpoint(readPreferredTimes)
  preferredTimes({ params }: RouteInput<typeof readPreferredTimes>, viewer: Admitted) {
    return this.preferred.read(viewer, params.firm);
  }

  @Endpoint(setPreferredTimes)
  prefer({ params, body }: RouteInput<typeof setPreferredTimes>, viewer: Admitted) {
    return this.preferred.set(viewer, params.firm, body.starts);
  }

  @Endpoint(listNoMeets)
  avoided({ params }: RouteInput<typeof listNoMeets>, viewer: Admitted) {
    return this.noMeets.ofFirm(viewer, params.firm);
  }

  @Endpoint(setNoMeet)
  async avoid({ params, body }: RouteInput<typeof setNoMeet>, viewer: Admitted) {
    await this.noMeets.setForFirm(viewer, params.firm, body);
    return { ok: true } as const;
  }
}
