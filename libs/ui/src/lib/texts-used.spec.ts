import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mergeTexts, type Texts } from './texts.ts';

const languages = ['en', 'ko'];
const apps = ['attendee', 'secretariat'];
const plural = /_(zero|one|two|few|many|other)$/;

const read = (path: string): Texts => JSON.parse(readFileSync(path, 'utf8')) as Texts;
const shared = (language: string) => read(`libs/ui/src/lib/texts/${language}.json`);
const own = (app: string, language: string) => read(`apps/${app}/src/texts/${language}.json`);

/** Each text with its key, and each group with its key and a dot. */
function entriesOf(texts: Texts, before = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [`${before}${key}`.replace(plural, '')]
      : [`${before}${key}.`, ...entriesOf(value, `${before}${key}.`)],
  );
}

const sourcesOf = (folder: string): { file: string; source: string }[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.spec.'))
    .map((file) => ({ file: join(folder, file), source: readFileSync(join(folder, file), 'utf8') }));

/** Every call of `t` with a key in quotes, or in a template whose holes stand for one part of a key each. */
const called = /\bt\(\s*(?:'([^']+)'|`((?:[^`$]|\$\{[^}]*\})+)`)/g;

function keysUsed(app: string): { key: string; file: string }[] {
  return [...sourcesOf('libs/ui/src'), ...sourcesOf(`apps/${app}/src`)].flatMap(({ file, source }) =>
    [...source.matchAll(called)].map(([, quoted, template]) => ({ key: quoted ?? template ?? '', file })),
  );
}

/** Keys whose hole is a code that has a dot in it, and so stands for a group and a text. */
const withDots = new Set(['import-note.${code}']);

/** The entries that a key can mean; a group among them would be shown by its raw key. */
function meant(key: string, entries: readonly string[]): string[] {
  const parts = key.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*+?^$()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`^${parts.join(withDots.has(key) ? '.+' : '[^.]+')}\\.?$`);
  return entries.filter((entry) => pattern.test(entry));
}

describe.each(apps)('the screens of the %s app', (app) => {
  it.each(languages)('ask in %s only for keys that have a text', (language) => {
    const entries = entriesOf(mergeTexts(shared(language), own(app, language)));
    const raw = keysUsed(app).filter(({ key }) => !meant(key, entries).some((entry) => !entry.endsWith('.')));
    expect(raw).toEqual([]);
  });

  it.each(languages)('have in %s no key that is a text here and a group there', (language) => {
    const [all, mine] = [entriesOf(shared(language)), entriesOf(own(app, language))];
    const isOther = (entry: string) => (entry.endsWith('.') ? entry.slice(0, -1) : `${entry}.`);
    expect(mine.filter((entry) => all.includes(isOther(entry)))).toEqual([]);
  });
});

describe('the texts of the library and of an app', () => {
  it('are merged group by group, and nothing of either is lost', () => {
    const merged = mergeTexts(
      { a: { b: 'library', c: { d: 'deep' } }, e: 'library' },
      { a: { c: { f: 'app' } }, e: 'app' },
    );
    expect(merged).toEqual({ a: { b: 'library', c: { d: 'deep', f: 'app' } }, e: 'app' });
  });

  it.each(apps)('are all there after the merge in the %s app', (app) => {
    for (const language of languages) {
      const merged = new Set(entriesOf(mergeTexts(shared(language), own(app, language))));
      const both = [...entriesOf(shared(language)), ...entriesOf(own(app, language))];
      expect(both.filter((entry) => !merged.has(entry))).toEqual([]);
    }
  });
});
