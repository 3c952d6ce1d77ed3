import { DomainError } from '../errors.ts';

/** An export officer of a firm who is named and not confirmed yet. */
export interface NamedOfficer {
  readonly delegateId: string;
  /** Who named them, as a delegate; null when it was the host. */
  readonly namedBy: string | null;
}

/**
 * Who of a firm's representatives may confirm an officer: neither the officer nor whoever named them. Where there is
 * nobody, an organiser confirms.
 */
export function confirmersOf(officer: NamedOfficer, representatives: readonly string[]): string[] {
  return representatives.filter((id) => id !== officer.delegateId && id !== officer.namedBy);
}

/**
 * Refuses to confirm an export officer.
 *
 * @param by a representative as a delegate, or `host`
 * @throws DomainError `export.not_entitled` when it is not theirs to confirm
 */
export function requireMayConfirmOfficer(
  officer: NamedOfficer,
  representatives: readonly string[],
  by: string,
): void {
  const confirmers = confirmersOf(officer, representatives);
  if (by === 'host' ? confirmers.length === 0 : confirmers.includes(by)) return;
  throw new DomainError(
    'export.not_entitled',
    { officer: officer.delegateId },
    by === 'host'
      ? 'Another representative of the firm confirms this officer; the host does where there is none.'
      : 'An officer is confirmed by a representative who is neither the officer nor named them. Ask a colleague.',
  );
}
