import { DomainError } from '@forum/domain/errors';
import { noSuchFirm } from '../firms/firms.repository.ts';
import type { Admitted } from '../http/viewer.ts';

/** Refuses what only a firm's own people may see or do; the secretariat is no exception. */
export function requireOwnFirm(viewer: Admitted, firmId: string): void {
  if (viewer.standing.firmId !== firmId) throw noSuchFirm(firmId);
}

/** The firm that somebody represents here. */
export function ownFirmOf(viewer: Admitted): string {
  const { firmId } = viewer.standing;
  if (firmId === null) throw new DomainError('not_found', {}, 'You represent no firm in this edition.');
  return firmId;
}
