import { isCountry } from '@forum/domain/people/country';

/** The ISO 3166-1 alpha-2 code that somebody means, GB for UK; null when it is none. */
function codeOf(word: string): string | null {
  if (!/^[A-Za-z]{2}$/.test(word)) return null;
  const code = new Intl.Locale(`und-${word}`).region ?? '';
  return isCountry(code) ? code : null;
}

/**
 * What a text such as `KR, jp` names. A word that is no country must not be passed over: what is left would mean all
 * countries, and a rule would hold for everybody.
 */
export function countriesIn(text: string): {
  /** Null when nothing is typed, which means all. */
  codes: string[] | null;
  /** Words that are no country code. */
  strange: string[];
} {
  const words = text.split(/[\s,;·]+/).filter((word) => word !== '');
  const codes = words.flatMap((word) => codeOf(word) ?? []);
  return {
    codes: words.length > 0 ? [...new Set(codes)] : null,
    strange: words.filter((word) => codeOf(word) === null),
  };
}
