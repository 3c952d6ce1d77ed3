import { type i18n } from 'i18next';

/** What the reader's language calls a capital; one that it has no word for keeps the name it was given. */
export function capitalName(capital: { slug: string; name: string }, i18n: i18n): string {
  const key = `capital.${capital.slug}`;
  return i18n.exists(key) ? i18n.t(key) : capital.name;
}
