import { type StreamName, streamsOf } from '@forum/domain/identity/streams';
import type { Viewer } from '../http/viewer.ts';

/** The streams that a viewer may follow in the edition at hand. */
export function streamsOfViewer(viewer: Viewer): StreamName[] {
  const { standing } = viewer;
  return streamsOf({
    personId: viewer.person?.id ?? null,
    accredited: standing.accredited,
    roles: standing.roles,
    delegationIds: standing.delegationIds,
    firmIds: standing.firmId ? [standing.firmId] : [],
    sessionIds: standing.sessionIds,
  });
}
