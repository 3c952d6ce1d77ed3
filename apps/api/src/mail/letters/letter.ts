/** What is written to one person about one thing, before it is printed as text or as HTML. */
export interface Letter {
  /** Holds no text that another user has written. */
  subject: string;
  /** The news in one sentence, above the rest. */
  title: string;
  parts: readonly Part[];
  /** The one place where the reader goes on. */
  link: LetterLink | null;
}

/** Where a letter leads: a path of this forum, which asks a reader who is signed out to sign in and comes back. */
export interface LetterLink {
  label: string;
  path: string;
}

/** A row of what is so: *When*, *Where*, *Who comes*; several lines for several values. */
export interface Row {
  label: string;
  lines: readonly string[];
}

export type Part =
  | { kind: 'text'; text: string }
  | { kind: 'rows'; title?: string; rows: readonly Row[] }
  /** The words of another person, and whose they are. */
  | { kind: 'quote'; by: string; text: string }
  | { kind: 'code'; code: string }
  /** Kept to the letter, as for a program to read. */
  | { kind: 'verbatim'; text: string };

export const text = (said: string): Part => ({ kind: 'text', text: said });

/** Rows without those that have nothing to say; no part at all where none has. */
export function rows(all: readonly (Row | null)[], title?: string): Part[] {
  const said = all.filter((row): row is Row => row !== null && row.lines.some(Boolean));
  return said.length === 0 ? [] : [{ kind: 'rows', rows: said, ...(title ? { title } : {}) }];
}

export const row = (label: string, ...lines: readonly string[]): Row => ({
  label,
  lines: lines.filter(Boolean),
});

/** What somebody wrote; nothing where they wrote nothing. */
export const quote = (by: string, said: string): Part[] =>
  said.trim() === '' ? [] : [{ kind: 'quote', by, text: said.trim() }];
