import { dualUse, militaryList } from '@forum/domain/matchmaking/taxonomy/control-lists';

/** The two lists that a topic may touch. */
export const controlLists = { military: militaryList, 'dual-use': dualUse } as const;

/** An entry with its title in the reader's language; a finer one has the title of its category. */
export function entryTitle(entry: string, language: string): string {
  const all = [...militaryList, ...dualUse];
  const known = all.find(({ code }) => code === entry) ?? all.find(({ code }) => entry.startsWith(code));
  if (!known) return entry;
  return `${entry} ${language === 'ko' ? known.title.ko : known.title.en}`;
}
