import { shorten } from './import-note.ts';
import { unreadable } from './unreadable.ts';

/** The most characters of a text on one line: a name, a title, an address. */
export const LONGEST_LINE = 2_000;
/** The most characters of a text of paragraphs, and of whatever else stands in one cell. */
export const LONGEST_TEXT = 64_000;
/** The most items of a list within one entry: speakers of a session, categories of a firm, cells of a row. */
export const MOST_ITEMS = 500;

/**
 * Refuses a field that is longer than anything a forum shows, with the place where it stands: `row 3`, `session 12`.
 *
 * @throws DomainError `import.unreadable` with the number of characters
 */
export function refuseLongField(
  text: string | null,
  place: string,
  field: string,
  longest: number = LONGEST_LINE,
): void {
  if (text === null || text.length <= longest) return;
  throw unreadable(
    'field_too_long',
    text.length,
    `In ${shorten(place)}, “${shorten(field)}” has ${text.length} characters; at most ${longest} are read. Shorten it and send the file again.`,
  );
}

/**
 * Refuses a list within one entry that is longer than any forum needs.
 *
 * @throws DomainError `import.unreadable` with the number of items
 */
export function refuseManyItems(items: number, place: string, field: string): void {
  if (items <= MOST_ITEMS) return;
  throw unreadable(
    'too_many_items',
    items,
    `In ${shorten(place)}, “${shorten(field)}” lists more than ${MOST_ITEMS} items; no forum needs so many. Send fewer.`,
  );
}
