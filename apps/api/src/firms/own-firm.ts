import { type Admitted, mayAll } from '../http/viewer.ts';
import { noSuchFirm } from './firms.repository.ts';

/** Refuses what only a firm itself and the secretariat may do; for others there is nothing of the kind there. */
export function requireActsFor(viewer: Admitted, firmId: string): void {
  if (!mayAll(viewer) && viewer.standing.firmId !== firmId) throw noSuchFirm(firmId);
}
