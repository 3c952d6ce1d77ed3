import { DomainError } from '@forum/domain/errors';
import { isFactorFresh } from '@forum/domain/identity/second-factor';
import type { Viewer } from './viewer.ts';

/**
 * Refuses what weighs most unless the second factor was shown in the last ten minutes. A route that always asks for it
 * says `factor: 'fresh'` in the contract; this is for services that ask only sometimes. Call it before the transaction:
 * the app asks for the factor and sends the same write again.
 */
export function requireFreshFactor(viewer: Pick<Viewer, 'factorAt'>): void {
  if (!isFactorFresh(viewer.factorAt, Date.now())) throw factorRequired('fresh');
}

/** Refuses unless the session has shown a second factor, at whatever time. */
export function requireFactor(viewer: Pick<Viewer, 'factorAt'>): void {
  if (viewer.factorAt === null) throw factorRequired('shown');
}

/** The refusal upon which the app asks for the second factor. */
export const factorRequired = (wanted: 'shown' | 'fresh'): DomainError =>
  new DomainError(
    'auth.factor_required',
    { wanted },
    wanted === 'fresh'
      ? 'Show your second factor: this wants a proof that is not older than ten minutes.'
      : 'Show your second factor: without it, this session cannot use your role.',
  );
