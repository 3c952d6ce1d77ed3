import { describe, expect, it } from '@jest/globals';
import { languageOfScript } from './script-language.ts';

describe('a text', () => {
  it.each([
    ['김민지', 'ko'],
    ['船舶修理における相互運用性', 'ja'],
    ['प्रिया शर्मा', 'hi'],
  ])('%s is of the language of its script', (text, language) => {
    expect(languageOfScript(text)).toBe(language);
  });

  it.each(['Håkon Strømsnes', '山田太郎', ''])('%s may be of several', (text) => {
    expect(languageOfScript(text)).toBeUndefined();
  });
});
