import { isCountry } from '@forum/domain/people/country';

const languages = ['en', 'ko', 'ja', 'fr', 'hi', 'de', 'nl'];

/** Names that exhibitor lists use and the Unicode locale data do not. */
const usual: Record<string, string> = {
  korea: 'KR',
  'republic of korea': 'KR',
  'korea, republic of': 'KR',
  'korea (republic of)': 'KR',
  한국: 'KR',
  usa: 'US',
  'u.s.a.': 'US',
  'united states of america': 'US',
  uk: 'GB',
  'great britain': 'GB',
  england: 'GB',
  'the netherlands': 'NL',
  holland: 'NL',
  'czech republic': 'CZ',
  turkey: 'TR',
  uae: 'AE',
  'viet nam': 'VN',
  'russian federation': 'RU',
};

let codes: Map<string, string> | undefined;

/**
 * The ISO 3166-1 alpha-2 code of a country told by its code or by its name in the forum's languages, `KR` for
 * `kr`, `South Korea`, `Republic of Korea` and `대한민국`; null for anything else.
 */
export function countryCode(told: string): string | null {
  codes ??= knownCodes();
  return codes.get(told.trim().toLowerCase()) ?? null;
}

function knownCodes(): Map<string, string> {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const pairs = letters.flatMap((first) => letters.map((second) => first + second));
  const known = new Map<string, string>();
  for (const language of languages) {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const code of pairs) {
      const name = isCountry(code) ? names.of(code) : undefined;
      if (!name) continue;
      known.set(code.toLowerCase(), code);
      known.set(name.toLowerCase(), code);
    }
  }
  for (const [name, code] of Object.entries(usual)) known.set(name, code);
  return known;
}
