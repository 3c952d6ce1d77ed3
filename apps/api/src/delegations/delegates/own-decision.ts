import { DomainError } from '@forum/domain/errors';
import type { Viewer } from '../../http/viewer.ts';

/** The people behind a viewer: whoever acts, and for whom. */
export const selvesOf = (viewer: Viewer): string[] =>
  [viewer.person, viewer.aide].flatMap((person) => (person ? [person.id] : []));

/** Refuses that somebody decides on themselves. */
export function refuseOwn(viewer: Viewer, { id, personId }: { id: string; personId: string }): void {
  if (!selvesOf(viewer).includes(personId)) return;
  throw new DomainError(
    'access.denied',
    { delegate: id },
    'Nobody decides on their own registration, nor an aide on their principal’s. Ask another officer.',
  );
}
