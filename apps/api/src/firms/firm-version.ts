import type { Firm } from '@forum/contract/firms/firms';
import { DomainError } from '@forum/domain/errors';

/** Refuses to change a firm that is not any more as somebody saw it. */
export function requireVersion(
  { id, name, version }: Pick<Firm, 'id' | 'name' | 'version'>,
  seen: number,
): void {
  if (version === seen) return;
  throw new DomainError(
    'version.stale',
    { firm: id, current: version },
    `${name} has changed since you saw it: it is at version ${version}, not ${seen}. Look at it again.`,
  );
}
