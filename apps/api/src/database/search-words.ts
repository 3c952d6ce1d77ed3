import { fold } from '@forum/domain/text/fold';
import { countryCodes } from '@forum/domain/people/country';
import { searchPatterns } from './search-patterns.ts';

/** The words of a query, each as a pattern and as the countries that it names, for {@link finds}. */
export interface SearchWords {
  patterns: string[];
  /** For each word, the codes of the countries whose name has a word that begins with it, with spaces between. */
  countries: string[];
}

/** The languages in which a country's name is typed: those that the forum speaks. */
const languages = ['en', 'ko'];

let named: readonly { code: string; words: string[] }[] | undefined;

/** What a row is searched for: words that its text holds, or that name its country in a language of the forum. */
export function searchWords(query: string | undefined): SearchWords {
  const patterns = searchPatterns(query);
  const words = fold(query ?? '')
    .split(' ')
    .filter((word) => word !== '');
  return { patterns, countries: words.map((word) => countriesNamed(word).join(' ')) };
}

/**
 * The condition that each word of a query is in a folded text or names a country.
 *
 * @param text SQL of the folded text
 * @param country SQL of the country's code
 * @param at numbers of the parameters that hold the patterns and the countries
 */
export const finds = (text: string, country: string, at: { patterns: number; countries: number }): string =>
  `not exists (select from unnest($${at.patterns}::text[], $${at.countries}::text[]) as word (pattern, countries)
     where ${text} not like word.pattern and coalesce(${country}, '') <> all (string_to_array(word.countries, ' ')))`;

function countriesNamed(word: string): string[] {
  named ??= countryCodes.map((code) => ({
    code,
    words: languages.flatMap((language) =>
      fold(new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? '').split(' '),
    ),
  }));
  return named
    .filter(
      ({ code, words }) =>
        code.toLowerCase() === word || (word.length > 1 && words.some((one) => one.startsWith(word))),
    )
    .map(({ code }) => code);
}
