import { Controller } from '@nestjs/common';
import {
  confirmOfficer,
  confirmRelease,
  declareEntries,
  listOfficers,
  nameOfficers,
  releaseMeeting,
} from '@forum/contract/meetings/export-control';
import type { RouteInput } from '@forum/contract/route';
import { Endpoint } from '../../http/endpoint.ts';
import type { Admitted } from '../../http/viewer.ts';
import { DeclaredEntriesService } from './declared-entries.service.ts';
import { ExportOfficersService } from './export-officers.service.ts';
import { ReleasesService } from './releases.service.ts';

@Controller()
export class ExportControlController {
  constructor(
    private readonly officers: ExportOfficersService,
    private readonly releases: ReleasesService,
    private readonly entries: DeclaredEntriesService,
  ) {}

  @Endpoint(listOfficers)
  list({ params }: RouteInput<typeof listOfficers>, viewer: Admitted) {
    return this.officers.list(viewer, params.firm);
  }

  @Endpoint(nameOfficers)
  name({ params, body }: RouteInput<typeof nameOfficers>, viewer: Admitted) {
    return this.officers.name(viewer, params.firm, body.delegates);
  }

  @Endpoint(confirmOfficer)
  confirmOfficer({ params }: RouteInput<typeof confirmOfficer>, viewer: Admitted) {
    return this.officers.confirm(viewer, params.firm, params.delegate);
  }

  @Endpoint(confirmRelease)
  confirmRelease({ params, body }: RouteInput<typeof confirmRelease>, viewer: Admitted) {
    return this.releases.confirm(viewer, params.meeting, body);
  }

  @Endpoint(releaseMeeting)
  release({ params, body }: RouteInput<typeof releaseMeeting>, viewer: Admitted) {
    return this.releases.release(viewer, params.meeting, body.version);
  }

  @Endpoint(declareEntries)
  declare({ params, body }: RouteInput<typeof declareEntries>, viewer: Admitted) {
    return this.entries.declare(viewer, params.meeting, body);
  }
}
