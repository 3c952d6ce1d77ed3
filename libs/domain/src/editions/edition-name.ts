/** What names an edition. */
export interface NamedEdition {
  title: string;
  /** Its capital, in the reader's language. */
  city: string;
  /** Its capital in other languages, as a title may name it. */
  otherCities?: readonly string[];
  year: number;
}

/**
 * How an edition is called: its host and year (`Seoul 2026`), and the forum's name (`Defence Industry Forum`). A title
 * that ends with the city or the year does not say them twice; the forum is empty for a title that says nothing else.
 */
export function editionName({ title, city, otherCities = [], year }: NamedEdition): {
  short: string;
  forum: string;
} {
  const said = new Set([city, ...otherCities, String(year)].map((word) => word.toLowerCase()));
  const words = title.trim().split(/(?<=[\s,·–—-])/u);
  const bare = (word: string) => word.replace(/[\s,·–—-]+$/u, '');
  while (
    words.length > 0 &&
    (bare(words.at(-1) ?? '') === '' || said.has(bare(words.at(-1) ?? '').toLowerCase()))
  )
    words.pop();
  return { short: `${city} ${year}`, forum: bare(words.join('')) };
}

/** Both in one line: `Seoul 2026 · Defence Industry Forum`. */
export const fullEditionName = (edition: NamedEdition): string => {
  const { short, forum } = editionName(edition);
  return [short, forum].filter(Boolean).join(' · ');
};
