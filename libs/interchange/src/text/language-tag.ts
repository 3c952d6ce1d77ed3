import { languageTagPattern } from '@forum/domain/programme/session-limits';
import { fold } from '@forum/domain/text/fold';

/** Languages that files name by a word. */
const named =
  'en fr de nl es it pt pl cs sv no nb da fi et lv lt el hu ro bg hr sl sk ko ja zh hi id ms th vi ar he tr uk ru fa ur'.split(
    ' ',
  );

let tags: ReadonlyMap<string, string> | undefined;

/** Words for languages, in English, French, German and in the language itself. */
function tagsByName(): ReadonlyMap<string, string> {
  tags ??= new Map(
    named.flatMap((tag) =>
      ['en', 'fr', 'de', tag].map((reader) => {
        const names = new Intl.DisplayNames([reader], { type: 'language' });
        return [fold(names.of(tag) ?? tag), tag] as const;
      }),
    ),
  );
  return tags;
}

/** The language that a file names, as a tag of BCP 47; null for none that is known. */
export interface ToldLanguage {
  tag: string | null;
  /** Whether it names others as well. */
  more: boolean;
}

/**
 * The first language that a text names: `en-GB`, a locale such as `de_DE.UTF-8` (whose country says how numbers are
 * written, not what is spoken), or a word such as `English`.
 */
export function toldLanguage(text: string): ToldLanguage {
  const [first = '', ...others] = text
    .split(/[,;/|+&\n]|\s(?:and|und|et)\s/i)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return { tag: tagOf(first), more: others.length > 0 };
}

function tagOf(told: string): string | null {
  const byName = tagsByName().get(fold(told));
  if (byName) return byName;
  const [written = ''] = told.split(/[.@]/);
  const [language = ''] = written.split('_');
  try {
    const [tag = ''] = Intl.getCanonicalLocales(language);
    return languageTagPattern.test(tag) ? tag : null;
  } catch {
    return null;
  }
}
