import { Controller } from '@nestjs/common';
import { applyImport, listImports, proposeImport } from '@forum/contract/programme/imports';
import type { RouteInput } from '@forum/contract/route';
import { Endpoint } from '../../http/endpoint.ts';
import type { Admitted } from '../../http/viewer.ts';
import { ProgrammeImportsService } from './programme-imports.service.ts';

@Controller()
export class ProgrammeImportsController {
  constructor(private readonly imports: ProgrammeImportsService) {}

  @Endpoint(proposeImport)
  propose({ query, body }: RouteInput<typeof proposeImport>, viewer: Admitted) {
    return this.imports.propose(viewer, body, query.name);
  }

  @Endpoint(listImports)
  list(_: RouteInput<typeof listImports>, viewer: Admitted) {
    return this.imports.list(viewer);
  }

  @Endpoint(applyImport)
  apply({ params, body }: RouteInput<typeof applyImport>, viewer: Admitted) {
    return this.imports.apply(viewer, params.import, body);
  }
}
