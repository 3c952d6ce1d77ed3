import { describe, expect, it } from '@jest/globals';
import { languageTagPattern } from '@forum/domain/programme/session-limits';
import fc from 'fast-check';
import { toldLanguage } from './language-tag.ts';

describe('the language of a session', () => {
  it.each([
    ['en', 'en', false],
    ['en-GB', 'en-GB', false],
    ['zh-hant', 'zh-Hant', false],
    ['EN', 'en', false],
    ['de_DE', 'de', false],
    ['de_DE.UTF-8', 'de', false],
    ['English', 'en', false],
    ['Deutsch', 'de', false],
    ['한국어', 'ko', false],
    ['Japonais', 'ja', false],
    ['eng', 'en', false],
    ['de, en', 'de', true],
    ['English and French', 'en', true],
    ['Klingon of the north', null, false],
    ['??', null, false],
  ])('%s is %s', (told, tag, more) => {
    expect(toldLanguage(told)).toEqual({ tag, more });
  });

  it('is always one that the form takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (told) => {
        const { tag } = toldLanguage(told);
        if (tag !== null) expect(tag).toMatch(languageTagPattern);
      }),
    );
  });
});
