import { Controller } from '@nestjs/common';
import * as figuresContract from '@forum/contract/outcomes/figures';
import * as ledgerContract from '@forum/contract/outcomes/ledger';
import * as reportsContract from '@forum/contract/outcomes/reports';
import type { RouteInput } from '@forum/contract/route';
import { Endpoint } from '../http/endpoint.ts';
import type { Admitted } from '../http/viewer.ts';
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

  @Endpoint(reportsContract.readReport)
  report({ params }: RouteInput<typeof reportsContract.readReport>, viewer: Admitted) {
    return this.reports.read(viewer, params.meeting);
  }

  @Endpoint(reportsContract.saveReport)
  saveReport({ params, body }: RouteInput<typeof reportsContract.saveReport>, viewer: Admitted) {
    return this.reports.save(viewer, params.meeting, body);
  }

  @Endpoint(ledgerContract.listOutcomes)
  list({ params }: RouteInput<typeof ledgerContract.listOutcomes>, viewer: Admitted) {
    return this.ledger.list(viewer, params.firm);
  }

  @Endpoint(ledgerContract.proposeOutcome)
  propose({ params, body }: RouteInput<typeof ledgerContract.proposeOutcome>, viewer: Admitted) {
    return this.ledger.propose(viewer, params.firm, body);
  }

  @Endpoint(ledgerContract.confirmOutcome)
  confirm({ params, body }: RouteInput<typeof ledgerContract.confirmOutcome>, viewer: Admitted) {
    return this.ledger.confirm(viewer, params.outcome, body.confidential);
  }

  @Endpoint(ledgerContract.declineOutcome)
  decline({ params }: RouteInput<typeof ledgerContract.declineOutcome>, viewer: Admitted) {
    return this.ledger.decline(viewer, params.outcome);
  }

  @Endpoint(figuresContract.readFigures)
  readFigures({ query }: RouteInput<typeof figuresContract.readFigures>) {
    return this.figures.read(query.asOf);
  }

  @Endpoint(figuresContract.listNoShows)
  noShows({ query }: RouteInput<typeof figuresContract.listNoShows>, viewer: Admitted) {
    return this.figures.noShows(viewer, query);
  }
}
