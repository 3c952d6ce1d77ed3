import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold, matchesAll } from './fold.ts';

describe('folding', () => {
  it.each([
    ['case', 'HANWHA Systems', 'hanwha systems'],
    ['accents', 'Électronique Müller Łódź', 'electronique muller lodz'],
    ['letters that do not decompose', 'Straße Ørsted Þór Đà Œuvre', 'strasse orsted thor da oeuvre'],
    ['Greek with its final sigma', 'ΟΔΟΣ', 'οδοσ'],
    ['width', 'ＡＢＣ　１２３', 'abc 123'],
    ['Katakana and Hiragana', 'カワサキ', 'かわさき'],
    ['half-width Katakana with its voicing', 'ｶﾞｲｼ', 'がいし'],
    ['voiced kana kept apart from plain ones', 'ガ', 'が'],
    ['Devanagari nukta', 'ज़रूरत', 'जरूरत'],
    ['apostrophes and dashes', 'O’Neil–Smith', "o'neil-smith"],
    ['white space', '  a \u00a0\n b ', 'a b'],
    ['what is not seen', 'for\u00adum\u200b', 'forum'],
  ])('%s: %s becomes %s', (_what, text, folded) => {
    expect(fold(text)).toBe(fold(folded));
    expect(fold(folded)).toBe(folded.normalize('NFC'));
  });

  it('keeps the vowel signs of Devanagari, which are letters', () => {
    expect(fold('किताब')).not.toBe(fold('कताब'));
  });

  it('takes Hangul apart into the letters that are typed', () => {
    expect(fold('김민준')).toBe('ㄱㅣㅁㅁㅣㄴㅈㅜㄴ');
    expect(fold('과않')).toBe('ㄱㅗㅏㅇㅏㄴㅎ');
    expect(fold('김'.normalize('NFD'))).toBe(fold('김'));
  });

  it('changes nothing the second time', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom(...'가힣ㄱㅘガｶﾞぱेज़ßΣςİıﬁǅ̈ ') }),
    );
    fc.assert(
      fc.property(text, (value) => expect(fold(fold(value))).toBe(fold(value))),
      { numRuns: 500 },
    );
  });

  it('does not see the form in which a text is stored', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
      }),
    );
  });
});

describe('a search', () => {
  it.each(['ㄱ', '기', '김', '김ㅁ', '김미', '김민', '김민ㅈ', '김민주', '김민준'])(
    'for %s, half typed, finds 김민준',
    (typed) => {
      expect(matchesAll(fold('김민준'), typed)).toBe(true);
    },
  );

  it('finds words in any order, and needs all of them', () => {
    const name = fold('Hanwha Systems 한화시스템');
    expect(matchesAll(name, 'sys HAN')).toBe(true);
    expect(matchesAll(name, '한화 systems')).toBe(true);
    expect(matchesAll(name, 'hanwha aerospace')).toBe(false);
  });

  it('for nothing finds everything', () => {
    expect(matchesAll(fold('Forum'), '  ')).toBe(true);
  });

  it('finds every word of a text in any case', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zé가-힣ァ-ヴ]{1,8}$/), { minLength: 1 }), (words) => {
        const folded = fold(words.join(' '));
        expect(words.every((word) => matchesAll(folded, word.toUpperCase()))).toBe(true);
        expect(matchesAll(folded, [...words].reverse().join('  '))).toBe(true);
      }),
    );
  });
});
