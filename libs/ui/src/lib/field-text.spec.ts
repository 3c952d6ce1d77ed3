import { beforeAll, describe, expect, it } from '@jest/globals';
import { fieldRules } from '@forum/contract/problem';
import i18next, { type i18n } from 'i18next';
import { readFileSync } from 'node:fs';
import { fieldText } from './field-text.ts';

const speaking = new Map<string, i18n>();
const read = (language: string) =>
  JSON.parse(readFileSync(`libs/ui/src/lib/texts/${language}.json`, 'utf8')) as object;

beforeAll(async () => {
  for (const language of ['en', 'ko']) {
    const spoken = i18next.createInstance();
    await spoken.init({ lng: language, resources: { [language]: { translation: read(language) } } });
    speaking.set(language, spoken);
  }
});

const refused = { path: 'body.form.office', value: '""', remedy: 'must be changed: must not be empty' };

describe('a refused field', () => {
  it.each(['en', 'ko'])(
    'is told in words for every rule, never as its code or in the other language: %s',
    (language) => {
      const told = fieldRules.map((rule) =>
        fieldText({ ...refused, rule, limit: 160 }, speaking.get(language)!),
      );
      expect(new Set(told).size).toBe(fieldRules.length);
      for (const text of told) {
        expect(text).not.toMatch(/field\.|must be changed|_/);
        expect(/\p{Script=Hangul}/u.test(text)).toBe(language === 'ko');
      }
    },
  );

  it('says the limit', () => {
    const text = fieldText({ ...refused, rule: 'too_long', limit: 160 }, speaking.get('en')!);
    expect(text).toBe('This is too long. At most 160 characters fit.');
  });

  it('of a rule that only the server knows tells its remedy to who reads English', () => {
    const own = { ...refused, remedy: 'is in this edition already' };
    expect(fieldText(own, speaking.get('en')!)).toBe('is in this edition already');
    expect(fieldText(own, speaking.get('ko')!)).toMatch(/\p{Script=Hangul}/u);
  });
});
