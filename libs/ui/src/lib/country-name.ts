const displays = new Map<string, Intl.DisplayNames>();

/** A country's name in the reader's language, from ISO 3166-1 alpha-2; what is no country keeps its code. */
export function countryName(code: string | null, language: string): string {
  if (!code || !/^[A-Z]{2}$/.test(code)) return code ?? '';
  const display = displays.get(language) ?? new Intl.DisplayNames([language], { type: 'region' });
  displays.set(language, display);
  return display.of(code) ?? code;
}
