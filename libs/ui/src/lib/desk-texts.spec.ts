import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';

const desk = 'apps/secretariat/src';
type Texts = { [key: string]: string | Texts };
const textsIn = (language: string) =>
  JSON.parse(readFileSync(`${desk}/texts/${language}.json`, 'utf8')) as Texts;

const sources = readdirSync(desk, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx'))
  .map((file) => readFileSync(`${desk}/${file}`, 'utf8'));

/** Every text with its key. */
const flat = (texts: Texts, prefix = ''): [key: string, text: string][] =>
  Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [[prefix + key, text] as [string, string]] : flat(text, `${prefix}${key}.`),
  );

describe.each(['en', 'ko'])('the texts of the desk in %s', (language) => {
  const texts = new Map(flat(textsIn(language)));

  it('have no sentence at the head of a column', () => {
    const heads = sources.flatMap((source) =>
      [...source.matchAll(/<th scope="col">\{t\('([\w.-]+)'/g)].map(([, key]) => key ?? ''),
    );
    expect(heads.length).toBeGreaterThan(40);
    expect(
      heads.filter((key) => / .*[.!?]$/.test(texts.get(key) ?? '')).map((key) => texts.get(key)),
    ).toEqual([]);
  });

  it('say that people are told at once only where a mail goes to them', () => {
    const promises = { en: /told at once/, ko: /바로 알(립|리)/ }[language as 'en' | 'ko'];
    const keys = [...texts].filter(([, text]) => promises.test(text)).map(([key]) => key);
    // Both parties of a meeting are mailed when the help desk moves or cancels it.
    expect(keys.sort()).toEqual(['overview.will-cancel', 'overview.will-move']);
  });
});
