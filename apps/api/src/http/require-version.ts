import { DomainError } from '@forum/domain/errors';

/** What a write was made on: the version that was seen, and the one that stands now. */
interface Versions {
  /** As a sentence names it, such as `The edition`. */
  thing: string;
  current: number;
  seen: number;
  /** What the refusal shows beside the current version, so that a form can show both sides. */
  details?: Record<string, unknown>;
}

/** Refuses a write that was made without having seen the newest version. */
export function requireVersion({ thing, current, seen, details = {} }: Versions): void {
  if (seen === current) return;
  throw new DomainError(
    'version.stale',
    { ...details, current },
    `${thing} is at version ${current}, and you have seen ${seen}. Look at it again, then decide.`,
  );
}
