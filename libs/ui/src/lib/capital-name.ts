import type { i18n } from 'i18next';

/** What the reader's language calls a capital; one that has no name in it keeps its English one. */
export const capitalName = (
  capital: { name: string; names: Readonly<Record<string, string>> },
  { language }: i18n,
): string => capital.names[language] ?? capital.name;
