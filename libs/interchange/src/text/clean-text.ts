const LINE_BREAKS = /\r\n|[\r\u0085\u2028\u2029]/g;
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g; // all but tab and line feed
const LONE_SURROGATES = /\p{Cs}/gu;

/**
 * The text with every line break as one line feed and nothing in it that a database, an XML file or a
 * calendar refuses: control characters are dropped, lone surrogates become U+FFFD. Ends are trimmed.
 */
export function cleanText(text: string): string {
  return text.replace(LINE_BREAKS, '\n').replace(CONTROLS, '').replace(LONE_SURROGATES, '\uFFFD').trim();
}

/** The text as one line: cleaned, and every run of white space (also ideographic and no-break) one space. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ');
}
