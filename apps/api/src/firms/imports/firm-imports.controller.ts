import { Controller } from '@nestjs/common';
import { applyFirmImport, listFirmImports, proposeFirmImport } from '@forum/contract/firms/imports';
import type { RouteInput } from '@forum/contract/route';
import { Endpoint } from '../../http/endpoint.ts';
import type { Admitted } from '../../http/viewer.ts';
import { FirmImportsService } from './firm-imports.service.ts';

@Controller()
export class FirmImportsController {
  constructor(private readonly imports: FirmImportsService) {}

  @Endpoint(proposeFirmImport)
  propose({ query, body }: RouteInput<typeof proposeFirmImport>, viewer: Admitted) {
    return this.imports.propose(viewer, body, query.name, query.mode);
  }

  @Endpoint(listFirmImports)
  list(_: RouteInput<typeof listFirmImports>, viewer: Admitted) {
    return this.imports.list(viewer);
  }

  @Endpoint(applyFirmImport)
  apply({ params, body }: RouteInput<typeof applyFirmImport>, viewer: Admitted) {
    return this.imports.apply(viewer, params.import, body);
  }
}
