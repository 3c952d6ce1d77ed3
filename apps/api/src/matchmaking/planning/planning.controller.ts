import { Controller } from '@nestjs/common';
import * as absencesContract from '@forum/contract/matchmaking/planning/absences';
import * as pinsContract from '@forum/contract/matchmaking/planning/pins';
import * as planRuns from '@forum/contract/matchmaking/planning/plan-runs';
import * as publicationContract from '@forum/contract/matchmaking/planning/publication';
import type { RouteInput } from '@forum/contract/route';
import { Endpoint } from '../../http/endpoint.ts';
import type { Admitted } from '../../http/viewer.ts';
import { PlanAbsencesService } from './runs/plan-absences.service.ts';
import { PlanPinsService } from './runs/plan-pins.service.ts';
import { PlanPublicationService } from './publication/plan-publication.service.ts';
import { PlanRunsService } from './runs/plan-runs.service.ts';

@Controller()
export class PlanningController {
  constructor(
    private readonly runs: PlanRunsService,
    private readonly publication: PlanPublicationService,
    private readonly pins: PlanPinsService,
    private readonly absences: PlanAbsencesService,
  ) {}

  @Endpoint(planRuns.listPlanRuns)
  list(_: RouteInput<typeof planRuns.listPlanRuns>, viewer: Admitted) {
    return this.runs.list(viewer);
  }

  @Endpoint(planRuns.readPlanScope)
  scope({ query }: RouteInput<typeof planRuns.readPlanScope>, viewer: Admitted) {
    return this.runs.scope(viewer, query.hallId);
  }

  @Endpoint(planRuns.startPlanRun)
  start({ body }: RouteInput<typeof planRuns.startPlanRun>, viewer: Admitted) {
    return this.runs.start(viewer, body);
  }

  @Endpoint(planRuns.readPlanRun)
  read({ params }: RouteInput<typeof planRuns.readPlanRun>, viewer: Admitted) {
    return this.runs.detail(viewer, params.run);
  }

  @Endpoint(planRuns.stopPlanRun)
  stop({ params }: RouteInput<typeof planRuns.stopPlanRun>, viewer: Admitted) {
    return this.runs.stop(viewer, params.run);
  }

  @Endpoint(publicationContract.publishPlanRun)
  publish({ params, body }: RouteInput<typeof publicationContract.publishPlanRun>, viewer: Admitted) {
    return this.publication.publish(viewer, params.run, body.version);
  }

  @Endpoint(publicationContract.readPlanEffect)
  effect({ params }: RouteInput<typeof publicationContract.readPlanEffect>, viewer: Admitted) {
    return this.publication.effect(viewer, params.run);
  }

  @Endpoint(absencesContract.listPlanAbsences)
  listAbsences(_: RouteInput<typeof absencesContract.listPlanAbsences>, viewer: Admitted) {
    return this.absences.list(viewer);
  }

  @Endpoint(absencesContract.removePlanAbsence)
  removeAbsence({ params }: RouteInput<typeof absencesContract.removePlanAbsence>, viewer: Admitted) {
    return this.absences.remove(viewer, params.absence);
  }

  @Endpoint(pinsContract.readPlanPins)
  readPins(_: RouteInput<typeof pinsContract.readPlanPins>, viewer: Admitted) {
    return this.pins.list(viewer);
  }

  @Endpoint(pinsContract.setPlanPin)
  setPin({ body }: RouteInput<typeof pinsContract.setPlanPin>, viewer: Admitted) {
    return this.pins.set(viewer, body);
  }
}
