const displays = new Map<string, Intl.DisplayNames>();

/** A country's name in the reader's language, from ISO 3166-1 alpha-2; what is no country keeps its code. */
export function countryName(code: string | null, language: string): string {
  if (!code || !/^[A-Z]{2}$/.test(code)) return code ?? '';
  const display = displays.get(language) ?? new Intl.DisplayNames([language], { type: 'region' });
  displays.set(language, display);
  return display.of(code) ?? code;
}

/**
 * What to call a country or institution that was given a name in English: that name to who reads English, to others their
 * language's own word for the country.
 */
export const givenName = (
  { kind, name, code }: { kind: string; name: string; code: string | null },
  language: string,
): string => (kind === 'country' && code && language !== 'en' ? countryName(code, language) : name);
