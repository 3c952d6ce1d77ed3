import countries from 'i18n-iso-countries';
import { isCountry } from '@forum/domain/people/country';
import { fold } from '@forum/domain/text/fold';

/** The languages in which lists of the forum's partners name countries. */
const languages = [
  'en',
  'ko',
  'ja',
  'fr',
  'hi',
  'de',
  'nl',
  'es',
  'it',
  'pt',
  'pl',
  'cs',
  'sv',
  'tr',
  'id',
  'vi',
];

/** Spellings that exhibitor lists use and no dictionary has. */
const usual: Record<string, string> = {
  korea: 'KR',
  rok: 'KR',
  dprk: 'KP',
  "democratic people's republic of korea": 'KP',
  한국: 'KR',
  'republic of china': 'TW',
  usa: 'US',
  'u.s.a.': 'US',
  uk: 'GB',
  'great britain': 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'northern ireland': 'GB',
  holland: 'NL',
  netherland: 'NL',
  'czech republic': 'CZ',
  'slovak republic': 'SK',
  turkey: 'TR',
  uae: 'AE',
  ksa: 'SA',
  'viet nam': 'VN',
  'lao pdr': 'LA',
  'hong kong sar': 'HK',
  'macao sar': 'MO',
  'russian federation': 'RU',
  'macedonia, former yugoslav republic': 'MK',
};

let codes: Map<string, string> | undefined;

/**
 * The ISO 3166-1 alpha-2 code of a country told by one of its codes or by its name in the forum's languages, in any
 * order of its words: `KR` for `kr`, `KOR`, `South Korea`, `Korea, Republic of` and `대한민국`; null for anything else.
 */
export function countryCode(told: string): string | null {
  codes ??= knownCodes();
  const key = keyOf(told);
  // “Republic of Moldova”, “Moldova, Rep.”: the form of the state tells apart only those that are known in full.
  return (
    codes.get(key) ??
    codes.get(
      key
        .replace(/\brepublic\b/, '')
        .trim()
        .replace('  ', ' '),
    ) ??
    null
  );
}

function knownCodes(): Map<string, string> {
  const known = new Map<string, string>();
  const know = (name: string, code: string) => {
    const key = keyOf(name);
    if (!known.has(key)) known.set(key, code);
  };
  for (const [name, code] of Object.entries(usual)) know(name, code);
  const all = Object.keys(countries.getAlpha2Codes()).filter(isCountry);
  for (const code of all) {
    know(code, code);
    know(countries.alpha2ToAlpha3(code) ?? code, code);
  }
  for (const language of languages) {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const code of all)
      for (const name of [
        names.of(code) ?? [],
        countries.getName(code, language, { select: 'all' }) ?? [],
      ].flat())
        know(name, code);
  }
  return known;
}

const shortened: Record<string, string> = {
  rep: 'republic',
  yug: 'yugoslav',
  dem: 'democratic',
  st: 'saint',
};
const leftOut = new Set(['the', 'of', 'and', 'la', 'le']);

/** The words of a name in one order, so that “Iran, Islamic Republic of” is the “Islamic Republic of Iran”. */
function keyOf(name: string): string {
  const words = fold(name)
    .replace(/(?<![\p{L}\p{N}])(\p{L})\.(?=\p{L}|\s|$)/gu, '$1')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map((word) => shortened[word] ?? word)
    .filter((word) => word !== '' && !leftOut.has(word));
  return (words.length > 0 ? words : [fold(name)]).sort().join(' ');
}
