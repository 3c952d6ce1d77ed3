import { Controller } from '@nestjs/common';
import { editFirm, listFirms, readFirm } from '@forum/contract/firms/firms';
import { correctFirm, createFirm, readFirmListing, removeFirm } from '@forum/contract/firms/listing';
import { listColleagues, setTeams } from '@forum/contract/firms/teams';
import type { RouteInput } from '@forum/contract/route';
import { Endpoint } from '../http/endpoint.ts';
import type { Admitted } from '../http/viewer.ts';
import { FirmListingsService } from './firm-listings.service.ts';
import { FirmsService } from './firms.service.ts';
import { TeamsService } from './teams/teams.service.ts';

@Controller()
export class FirmsController {
  constructor(
    private readonly firms: FirmsService,
    private readonly listings: FirmListingsService,
    private readonly teams: TeamsService,
  ) {}

  @Endpoint(listFirms)
  list({ query }: RouteInput<typeof listFirms>, viewer: Admitted) {
    return this.firms.list(viewer, query);
  }

  @Endpoint(readFirm)
  page({ params }: RouteInput<typeof readFirm>, viewer: Admitted) {
    return this.firms.page(viewer, params.firm);
  }

  @Endpoint(editFirm)
  edit({ params, body }: RouteInput<typeof editFirm>, viewer: Admitted) {
    return this.firms.edit(viewer, params.firm, body);
  }

  @Endpoint(createFirm)
  create({ body }: RouteInput<typeof createFirm>, viewer: Admitted) {
    return this.firms.create(viewer, body);
  }

  @Endpoint(readFirmListing)
  listing({ params }: RouteInput<typeof readFirmListing>, viewer: Admitted) {
    return this.listings.read(viewer, params.firm);
  }

  @Endpoint(correctFirm)
  correct({ params, body }: RouteInput<typeof correctFirm>, viewer: Admitted) {
    return this.listings.correct(viewer, params.firm, body);
  }

  @Endpoint(removeFirm)
  async remove({ params, body }: RouteInput<typeof removeFirm>, viewer: Admitted) {
    await this.listings.remove(viewer, params.firm, body.version);
    return { ok: true } as const;
  }

  @Endpoint(listColleagues)
  colleagues({ params }: RouteInput<typeof listColleagues>, viewer: Admitted) {
    return this.firms.colleagues(viewer, params.firm);
  }

  @Endpoint(setTeams)
  setTeams({ params, body }: RouteInput<typeof setTeams>, viewer: Admitted) {
    return this.teams.set(viewer, params.firm, body.teams);
  }
}
