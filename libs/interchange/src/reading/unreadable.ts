import { DomainError } from '@forum/domain/errors';

/** Why a file cannot be read at all. */
export type UnreadableReason =
  'too_large' | 'encoding' | 'doctype' | 'malformed' | 'too_deep' | 'unknown_format' | 'no_entries';

/** The refusal of a whole file: `import.unreadable`, with the reason and the offending value in its details. */
export function unreadable(reason: UnreadableReason, value: string | number, message: string): DomainError {
  return new DomainError('import.unreadable', { reason, value }, message);
}
