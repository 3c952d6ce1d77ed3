import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { displayNameOf, sortKeyOf, type NameParts } from './person-name.ts';

const parts = (given: string | null, family: string | null, native?: [string, string]): NameParts => ({
  given,
  family,
  nativeScript: native?.[0] ?? null,
  nativeLanguage: native?.[1] ?? null,
});

const kim = parts('Minjun', 'Kim', ['김민준', 'ko']);
const dupont = parts('Maria', 'Dupont');
const mononym = parts('Suharto', null);
const nativeOnly = parts(null, null, ['山田 太郎', 'ja-JP']);

describe('the display name', () => {
  it('follows the order of the person’s own language', () => {
    expect(displayNameOf(kim)).toBe('Kim Minjun');
    expect(displayNameOf({ ...kim, nativeLanguage: 'ko-KR' })).toBe('Kim Minjun');
    expect(displayNameOf(dupont)).toBe('Maria Dupont');
    expect(displayNameOf(parts('Arjun', 'Sharma', ['अर्जुन शर्मा', 'hi']))).toBe('Arjun Sharma');
  });

  it('is the mononym, or the native script, where there is nothing else', () => {
    expect(displayNameOf(mononym)).toBe('Suharto');
    expect(displayNameOf(nativeOnly)).toBe('山田 太郎');
    expect(displayNameOf(parts(null, ' '))).toBe('');
  });

  it('holds every part that was given, and no stray space', () => {
    const word = fc.stringMatching(/^[A-Za-zÀ-ÿ]{1,12}$/);
    const languages = fc.constantFrom('ko', 'ja', 'fr', 'hi', 'en', null);
    fc.assert(
      fc.property(word, word, languages, (given, family, nativeLanguage) => {
        const name = displayNameOf({ ...parts(` ${given} `, family), nativeLanguage });
        expect(name.split(' ').sort()).toEqual([given, family].sort());
      }),
    );
  });
});

describe('the sort key', () => {
  it('puts the family name first, folded', () => {
    expect(sortKeyOf(kim)).toBe('kim, minjun');
    expect(sortKeyOf(parts('Éva', 'Ørsted'))).toBe('orsted, eva');
    expect(sortKeyOf(mononym)).toBe('suharto');
    expect(sortKeyOf(nativeOnly)).toBe('山田 太郎');
  });
});
