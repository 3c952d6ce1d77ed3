import { Controller } from '@nestjs/common';
import { readAudit } from '@forum/contract/audit/audit';
import { readChanges } from '@forum/contract/live/changes';
import type { RouteInput } from '@forum/contract/route';
import { Endpoint } from '../http/endpoint.ts';
import { type Admitted, editionOf } from '../http/viewer.ts';
import { Journal } from './journal.repository.ts';
import { streamsOfViewer } from './streams-of-viewer.ts';

@Controller()
export class LiveController {
  constructor(private readonly journal: Journal) {}

  @Endpoint(readChanges)
  changes({ query }: RouteInput<typeof readChanges>, viewer: Admitted) {
    return this.journal.changesSince(editionOf(viewer).id, streamsOfViewer(viewer), query.since);
  }

  @Endpoint(readAudit)
  audit({ query }: RouteInput<typeof readAudit>, viewer: Admitted) {
    return this.journal.audit(
      editionOf(viewer).id,
      query.before ?? null,
      query.mine ? (viewer.person?.id ?? null) : null,
    );
  }
}
