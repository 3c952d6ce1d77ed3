import { Controller } from '@nestjs/common';
import * as contract from '@forum/contract/planning';
import { type RouteInput } from '@forum/contract/route';
import { Endpoint } from '../../http/endpoint.ts';
import { type Admitted } from '../../http/viewer.ts';
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

  @Endpoint(contract.listPlanRuns)
  list(_: RouteInput<typeof contract.listPlanRuns>, viewer: Admitted) {
    return this.runs.list(viewer);
  }

  @Endpoint(contract.readPlanScope)
  scope({ query }: RouteInput<typeof contract.readPlanScope>, viewer: Admitted) {
    return this.runs.scope(viewer, query.hallId);
  }

  @Endpoint(contract.startPlanRun)
  start({ body }: RouteInput<typeof contract.startPlanRun>, viewer: Admitted) {
    return this.runs.start(viewer, body);
  }

  @Endpoint(contract.readPlanRun)
  read({ params }: RouteInput<typeof contract.readPlanRun>, viewer: Admitted) {
    return this.runs.detail(viewer, params.run);
  }

  @Endpoint(contract.stopPlanRun)
  stop({ params }: RouteInput<typeof contract.stopPlanRun>, viewer: Admitted) {
    return this.runs.stop(viewer, params.run);
  }

  @Endpoint(contract.publishPlanRun)
  publish({ params, body }: RouteInput<typeof contract.publishPlanRun>, viewer: Admitted) {
    return this.publication.publish(viewer, params.run, body.version);
  }

  @Endpoint(contract.readPlanEffect)
  effect({ params }: RouteInput<typeof contract.readPlanEffect>, viewer: Admitted) {
    return this.publication.effect(viewer, params.run);
  }

  @Endpoint(contract.listPlanAbsences)
  listAbsences(_: RouteInput<typeof contract.listPlanAbsences>, viewer: Admitted) {
    return this.absences.list(viewer);
  }

  @Endpoint(contract.removePlanAbsence)
  removeAbsence({ params }: RouteInput<typeof contract.removePlanAbsence>, viewer: Admitted) {
    return this.absences.remove(viewer, params.absence);
  }

  @Endpoint(contract.readPlanPins)
  readPins(_: RouteInput<typeof contract.readPlanPins>, viewer: Admitted) {
    return this.pins.list(viewer);
  }

  @Endpoint(contract.setPlanPin)
  setPin({ body }: RouteInput<typeof contract.setPlanPin>, viewer: Admitted) {
    return this.pins.set(viewer, body);
  }
}
