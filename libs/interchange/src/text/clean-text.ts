import { visibleLine, visibleProse } from '@forum/domain/text/visible-text';

const LONE_SURROGATES = /\p{Cs}/gu;

/**
 * The text with every line break as one line feed and nothing in it that a database, an XML file or a
 * calendar refuses, or that deceives ({@link visibleProse}); lone surrogates become U+FFFD. Ends are trimmed.
 */
export function cleanText(text: string): string {
  return visibleProse(text.replace(LONE_SURROGATES, '\uFFFD')).trim();
}

/** The text as one line without what cannot be seen ({@link visibleLine}); lone surrogates become U+FFFD. */
export function cleanLine(text: string): string {
  return visibleLine(text.replace(LONE_SURROGATES, '\uFFFD'));
}
