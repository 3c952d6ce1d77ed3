import { Controller } from '@nestjs/common';
import * as contract from '@forum/contract/advice/worksheets';
import type { RouteInput } from '@forum/contract/route';
import { Endpoint } from '../../http/endpoint.ts';
import type { Admitted } from '../../http/viewer.ts';
import { WorksheetsService } from './worksheets.service.ts';

@Controller()
export class WorksheetsController {
  constructor(private readonly worksheets: WorksheetsService) {}

  @Endpoint(contract.listWorksheets)
  list(_: RouteInput<typeof contract.listWorksheets>, viewer: Admitted) {
    return this.worksheets.list(viewer);
  }

  @Endpoint(contract.readWorksheet)
  read({ params, query }: RouteInput<typeof contract.readWorksheet>, viewer: Admitted) {
    return this.worksheets.read(viewer, params.worksheet, query.asOf);
  }

  @Endpoint(contract.createWorksheet)
  create({ body }: RouteInput<typeof contract.createWorksheet>, viewer: Admitted) {
    return this.worksheets.create(viewer, body);
  }

  @Endpoint(contract.saveWorksheet)
  save({ params, body }: RouteInput<typeof contract.saveWorksheet>, viewer: Admitted) {
    return this.worksheets.save(viewer, params.worksheet, body);
  }

  @Endpoint(contract.shareWorksheet)
  share({ params, body }: RouteInput<typeof contract.shareWorksheet>, viewer: Admitted) {
    return this.worksheets.share(viewer, params.worksheet, body.firms);
  }

  @Endpoint(contract.removeWorksheet)
  async remove({ params }: RouteInput<typeof contract.removeWorksheet>, viewer: Admitted) {
    await this.worksheets.remove(viewer, params.worksheet);
    return { ok: true } as const;
  }
}
