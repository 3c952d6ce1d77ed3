import { type Admitted, mayAll } from '../http/viewer.ts';
import { noSuchFirm } from './firms.repository.ts';

/** Whether the viewer may act for a firm: it is their own, or they are of the secretariat. */
export const actsFor = (viewer: Admitted, firmId: string): boolean =>
  mayAll(viewer) || viewer.standing.firmId === firmId;

/** Refuses what only a firm itself and the secretariat may do; for others there is nothing of the kind there. */
export function requireActsFor(viewer: Admitted, firmId: string): void {
  if (!actsFor(viewer, firmId)) throw noSuchFirm(firmId);
}
