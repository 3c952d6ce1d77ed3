import { fold } from '../text/fold.ts';

/** Titles and degrees: with or without them a name is the same. */
const titles = new Set(
  (
    'dr phd prof professor mr mrs ms miss mx sir dame lord lady he hon rt gen general lt col colonel maj major capt ' +
    'captain cdr cmdr commander adm admiral amb ambassador ing dipl msc bsc mba ma ba md ret'
  ).split(' '),
);

/** How alike two names are. */
export type NameLikeness = 'same' | 'alike' | 'other';

/**
 * How alike two names of persons are: the *same* in another order, case, with other accents, punctuation or titles
 * (`Lee Wei, PhD`); *alike* where they share a word or differ by two letters, so that only people can tell.
 */
export function nameLikeness(a: string, b: string): NameLikeness {
  return likenessOf(nameWords(a), nameWords(b));
}

/** The same of the {@link nameWords} of two names, for whoever compares many. */
export function likenessOf(one: readonly string[], other: readonly string[]): NameLikeness {
  if (one.join(' ') === other.join(' ')) return 'same';
  const shared = one.some((word) => word.length > 1 && other.includes(word));
  return shared || fewLettersApart(one.join(' '), other.join(' ')) ? 'alike' : 'other';
}

/** The words of a name without titles, in the order of the alphabet; all its words where it has no other. */
export function nameWords(name: string): string[] {
  const words = fold(name)
    .replace(/(?<=\p{L})\.(?=\p{L})/gu, '')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '');
  const named = words.filter((word) => !titles.has(word));
  return (named.length > 0 ? named : words).sort();
}

const mostCompared = 60;

/** Whether two letters put in, taken out or changed make one text of the other, and most of it is the same. */
function fewLettersApart(a: string, b: string): boolean {
  const [one, other] = [[...a].slice(0, mostCompared), [...b].slice(0, mostCompared)];
  const most = Math.min(2, Math.floor(Math.max(one.length, other.length) / 4));
  return most > 0 && Math.abs(one.length - other.length) <= most && lettersApart(one, other) <= most;
}

/** The edit distance of Levenshtein. */
function lettersApart(a: readonly string[], b: readonly string[]): number {
  let row = b.map((_, at) => at + 1);
  a.forEach((letter, above) => {
    let corner = above;
    let left = above + 1;
    row = row.map((up, at) => {
      const least = Math.min(left + 1, up + 1, corner + (b[at] === letter ? 0 : 1));
      corner = up;
      left = least;
      return least;
    });
  });
  return row.at(-1) ?? a.length;
}
