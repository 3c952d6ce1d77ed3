/** First characters that make a spreadsheet take a cell for a formula (OWASP, CSV Injection), wide forms included. */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;
const GUARDED = /^'[=+\-@\t\r\n＝＋－＠]/;

/**
 * The text of a cell for a CSV file that people open in a spreadsheet: where it would run as a formula, an apostrophe
 * goes before it, so that `=HYPERLINK(…)` shows as itself. Write numbers as numbers: a text such as `-5` is guarded too.
 * The text still needs the quoting of CSV.
 */
export function guardFormula(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}

/** The text that {@link guardFormula} guarded, so that an exported file can be read back unchanged. */
export function unguardFormula(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text;
}
