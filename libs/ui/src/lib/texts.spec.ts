import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';

type Texts = { [key: string]: string | Texts };

const folders = ['libs/ui/src/lib/texts', 'apps/attendee/src/texts', 'apps/secretariat/src/texts'];

const keysOf = (texts: Texts, before = ''): string[] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${before}${key}`] : keysOf(value, `${before}${key}.`),
  );

/** Languages have different plurals, so the forms of one text count as one key. */
const withoutPlural = (keys: string[]): string[] =>
  [...new Set(keys.map((key) => key.replace(/_(zero|one|two|few|many|other)$/, '')))].sort();

const read = (path: string): Texts => JSON.parse(readFileSync(path, 'utf8')) as Texts;

const textAt = (texts: Texts, key: string): string =>
  key
    .split('.')
    .reduce<string | Texts>((at, part) => (typeof at === 'string' ? at : (at[part] ?? '')), texts) as string;

const placeholders = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).sort();

const sets = folders.flatMap((folder) => {
  try {
    return [{ folder, files: readdirSync(folder).filter((file) => file.endsWith('.json')) }];
  } catch {
    return [];
  }
});

describe.each(sets)('the texts of $folder', ({ folder, files }) => {
  const english = read(`${folder}/en.json`);

  it.each(files)('say in %s everything that they say in English', (file) => {
    expect(withoutPlural(keysOf(read(`${folder}/${file}`)))).toEqual(withoutPlural(keysOf(english)));
  });

  it.each(files)('name in %s the same things as in English', (file) => {
    const texts = read(`${folder}/${file}`);
    const flat = keysOf(texts).filter((key) => textAt(english, key) !== '' && !key.includes('problem.'));
    expect(flat.map((key) => [key, placeholders(textAt(texts, key))])).toEqual(
      flat.map((key) => [key, placeholders(textAt(english, key))]),
    );
  });
});
