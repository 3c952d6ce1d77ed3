import { Controller } from '@nestjs/common';
import { listAllNoMeets, setHostNoMeet } from '@forum/contract/matchmaking/no-meets';
import { listReadiness, remindFirms } from '@forum/contract/matchmaking/readiness';
import {
  listRuleFirms,
  previewMatchSettings,
  readMatchSettings,
  saveMatchSettings,
} from '@forum/contract/matchmaking/settings';
import type { RouteInput } from '@forum/contract/route';
import { Endpoint } from '../../http/endpoint.ts';
import type { Admitted } from '../../http/viewer.ts';
import { NoMeetsService } from '../no-meets/no-meets.service.ts';
import { ReadinessService } from '../readiness/readiness.service.ts';
import { MatchSettingsOfEditionsService } from './match-settings.service.ts';

@Controller()
export class MatchSettingsController {
  constructor(
    private readonly settings: MatchSettingsOfEditionsService,
    private readonly noMeets: NoMeetsService,
    private readonly readiness: ReadinessService,
  ) {}

  @Endpoint(readMatchSettings)
  read(_: RouteInput<typeof readMatchSettings>, viewer: Admitted) {
    return this.settings.read(viewer);
  }

  @Endpoint(listRuleFirms)
  ruleFirms(_: RouteInput<typeof listRuleFirms>, viewer: Admitted) {
    return this.settings.ruleFirms(viewer);
  }

  @Endpoint(saveMatchSettings)
  save({ body }: RouteInput<typeof saveMatchSettings>, viewer: Admitted) {
    return this.settings.save(viewer, body);
  }

  @Endpoint(previewMatchSettings)
  preview({ body }: RouteInput<typeof previewMatchSettings>, viewer: Admitted) {
    return this.settings.preview(viewer, body.settings);
  }

  @Endpoint(listAllNoMeets)
  apart(_: RouteInput<typeof listAllNoMeets>, viewer: Admitted) {
    return this.noMeets.all(viewer);
  }

  @Endpoint(setHostNoMeet)
  async keepApart({ body }: RouteInput<typeof setHostNoMeet>, viewer: Admitted) {
    await this.noMeets.setForHost(viewer, body);
    return { ok: true } as const;
  }

  @Endpoint(listReadiness)
  lacking({ query }: RouteInput<typeof listReadiness>, viewer: Admitted) {
    return this.readiness.list(viewer, query);
  }

  @Endpoint(remindFirms)
  remind({ body }: RouteInput<typeof remindFirms>, viewer: Admitted) {
    return this.readiness.remind(viewer, body.firms);
  }
}
