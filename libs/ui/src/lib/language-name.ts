const displays = new Map<string, Intl.DisplayNames>();

/** A language's name in the reader's, from its BCP 47 tag; what is no language keeps its tag. */
export function languageName(tag: string, language: string): string {
  const display = displays.get(language) ?? new Intl.DisplayNames([language], { type: 'language' });
  displays.set(language, display);
  return display.of(tag) ?? tag;
}

/** Several, one after the other. */
export const languageNames = (tags: readonly string[], language: string): string =>
  tags.map((tag) => languageName(tag, language)).join(', ');
