import { Controller } from '@nestjs/common';
import * as contract from '@forum/contract/outcomes';
import { type RouteInput } from '@forum/contract/route';
import { Endpoint } from '../http/endpoint.ts';
import { type Admitted } from '../http/viewer.ts';
import { FiguresService } from './figures/figures.service.ts';
import { LedgerService } from './ledger/ledger.service.ts';
import { ReportsService } from './reports/reports.service.ts';

@Controller()
export class OutcomesController {
  constructor(
    private readonly reports: ReportsService,
    private readonly ledger: LedgerService,
    private readonly figures: FiguresService,
  ) {}

  @Endpoint(contract.readReport)
  report({ params }: RouteInput<typeof contract.readReport>, viewer: Admitted) {
    return this.reports.read(viewer, params.meeting);
  }

  @Endpoint(contract.saveReport)
  saveReport({ params, body }: RouteInput<typeof contract.saveReport>, viewer: Admitted) {
    return this.reports.save(viewer, params.meeting, body);
  }

  @Endpoint(contract.listOutcomes)
  list({ params }: RouteInput<typeof contract.listOutcomes>, viewer: Admitted) {
    return this.ledger.list(viewer, params.firm);
  }

  @Endpoint(contract.proposeOutcome)
  propose({ params, body }: RouteInput<typeof contract.proposeOutcome>, viewer: Admitted) {
    return this.ledger.propose(viewer, params.firm, body);
  }

  @Endpoint(contract.confirmOutcome)
  confirm({ params, body }: RouteInput<typeof contract.confirmOutcome>, viewer: Admitted) {
    return this.ledger.confirm(viewer, params.outcome, body.confidential);
  }

  @Endpoint(contract.declineOutcome)
  decline({ params }: RouteInput<typeof contract.declineOutcome>, viewer: Admitted) {
    return this.ledger.decline(viewer, params.outcome);
  }

  @Endpoint(contract.readFigures)
  readFigures({ query }: RouteInput<typeof contract.readFigures>) {
    return this.figures.read(query.asOf);
  }

  @Endpoint(contract.listNoShows)
  noShows({ query }: RouteInput<typeof contract.listNoShows>, viewer: Admitted) {
    return this.figures.noShows(viewer, query);
  }
}
