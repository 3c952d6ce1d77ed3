import { DomainError } from '@forum/domain/errors';

/** Why a file cannot be read at all. */
export type UnreadableReason =
  | 'too_large'
  | 'encoding'
  | 'doctype'
  | 'malformed'
  | 'too_deep'
  | 'unknown_format'
  | 'too_many_entries'
  | 'field_too_long'
  | 'too_many_items'
  | 'too_heavy'
  | 'no_entries';

/** The refusal of a whole file: `import.unreadable`, with the reason and the offending value in its details. */
export function unreadable(reason: UnreadableReason, value: string | number, message: string): DomainError {
  return new DomainError('import.unreadable', { reason, value }, message);
}

/** The most entries of a file: sessions, firms. */
export const MOST_ENTRIES = 20_000;

/** Refuses a file with more entries than any forum has, before a server spends its time on them. */
export function refuseTooMany(entries: number): void {
  if (entries <= MOST_ENTRIES) return;
  throw unreadable(
    'too_many_entries',
    entries,
    `The file has more than ${MOST_ENTRIES} entries; no forum has. Send the list of one edition.`,
  );
}
