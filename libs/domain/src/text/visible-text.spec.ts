import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mostMarks, visibleLine, visibleProse } from './visible-text.ts';

describe('one line of text', () => {
  it.each([
    ['zero-width characters', 'K\u200bi\u2060m\ufeff', 'Kim'],
    ['an override of direction', 'exe.\u202efdp', 'exe.fdp'],
    ['an isolate that is left open', '\u2067Kim', 'Kim'],
    ['marks of direction', 'Kim\u200e\u200f\u061c', 'Kim'],
    ['tag characters', 'Kim\u{e0041}\u{e007f}', 'Kim'],
    ['line and paragraph separators', 'Kim\u2028Min\u2029jun', 'Kim Min jun'],
    ['line breaks, tabs and wide spaces', ' Kim\r\n\t\u3000Min\u0085jun\u00a0', 'Kim Min jun'],
    ['Hangul fillers', '\u3164Kim\uffa0\u115f\u1160', 'Kim'],
    ['blank symbols', 'Kim\u2800\u{1d159}Minjun', 'Kim Minjun'],
    ['control characters', 'Kim\u0000\u0007\u001b[2J\u009f', 'Kim[2J'],
    ['halves of characters and noncharacters', 'K\ud800im\udfff\uffff', 'Kim'],
    ['soft hyphens and annotations', 'fo\u00adrum\ufff9\ufffc', 'forum'],
    ['a joiner where nothing joins', 'K\u200dim \u200c!', 'Kim !'],
    ['a selector without a variant', 'K\ufe0fim\u{e0100} 1\ufe0f', 'Kim 1'],
    ['selectors after the first', '葛\u{e0100}\u{e0101}城', '葛\u{e0100}城'],
  ])('loses %s', (_what, text, line) => {
    expect(visibleLine(text)).toBe(line);
  });

  it.each([
    ['Hindi, half letters', 'क्‍ष शर्‌मा'],
    ['Nepali, eyelash ra', 'गर्‍यो'],
    ['Persian', 'نمی‌خواهم علی‌رضا'],
    ['Bengali', 'র‍্যাব'],
    ['Malayalam as it was written', 'അവന്‍ വന്നു'],
    ['Sinhala', 'ශ්‍රී ලංකාව'],
    ['a family', '👩‍👩‍👧‍👦 and a 🧑🏽‍🚀'],
    ['a heart on fire, a keycap, a flag', '❤️‍🔥 1️⃣ 🇰🇷 ☎︎'],
    ['a Japanese family name with its variant', '葛󠄀城'],
    ['Mongolian with its variant', 'ᠠ᠋'],
    ['Vietnamese, decomposed', 'Nguyễn'.normalize('NFD')],
    ['Hebrew with points and accents', 'בְּרֵאשִׁ֖ית'],
    ['Burmese', 'ကျွန်ုပ်'],
    ['Tibetan', 'བསྒྲུབས'],
    ['an Arabic sign of number', '\u0600١٢'],
    ['Korean, precomposed or not', `김민준 ${'김민준'.normalize('NFD')}`],
    ['plain ASCII', "O'Neil-Smith, H.E. (Dr) <x@y.example> #1"],
  ])('keeps %s', (_what, text) => {
    expect(visibleLine(text)).toBe(text);
  });

  it.each([
    '',
    ' ',
    '\u200b',
    '\u202e',
    '\u3164',
    '\u3164 \u2800',
    '\u0301\u0302',
    '\u200d',
    '\ufe0f',
    '\ue000',
  ])('is empty when nothing can be seen: %j', (text) => {
    expect(visibleLine(text)).toBe('');
  });

  it(`bears at most ${mostMarks} marks on a letter`, () => {
    const heaped = `Z${'\u0301\u0316\u200d'.repeat(59)}algo`;
    expect(visibleLine(heaped)).toBe(`Z${'\u0301\u0316'.repeat(mostMarks / 2)}algo`);
  });
});

describe('text of several lines', () => {
  it('keeps its lines, tabs, joiners and marks of direction', () => {
    const text = 'Hall A\n\n\t– نمی‌خواهم \u200f(1)\n👩‍🚀 soft\u00adware\u200b';
    expect(visibleProse(text)).toBe(text);
  });

  it('loses overrides, controls and tags, and breaks its lines in one way', () => {
    expect(visibleProse('a\r\nb\rc\u2028d\u0085e\u0000\u001b\u202e\u2066f\u{e0041}\ud800')).toBe(
      'a\nb\nc\nd\nef',
    );
    expect(visibleProse(`e${'\u0301'.repeat(118)}`)).toBe(`e${'\u0301'.repeat(mostMarks)}`);
  });
});

describe('whatever is sent', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.string({
      unit: fc.constantFrom(
        ...'aकर््\u0301\u0316ا葛ᠠ👩❤🏽1\u20e3',
        ...[
          '\u200c',
          '\u200d',
          '\ufe0f',
          '\ufe0e',
          '\u{e0100}',
          '\u180b',
          '\u180e',
          '\u200b',
          '\u202e',
          '\u3164',
        ],
        ...[' ', '\n', '\r', '\u2028', '\u0000', '\u{e0041}', '\u0d4d', '\ud83d', '\udc69'],
      ),
      maxLength: 40,
    }),
  );

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(visibleLine(visibleLine(value))).toBe(visibleLine(value));
        expect(visibleProse(visibleProse(value))).toBe(visibleProse(value));
      }),
      { numRuns: 3000 },
    );
  });

  it('a line holds nothing that is never seen, and is either empty or seen', () => {
    fc.assert(
      fc.property(text, (value) => {
        const line = visibleLine(value);
        expect(line).not.toMatch(
          /[\p{Cc}\p{Cs}\p{Bidi_Control}\u{e0000}-\u{e007f}\u200b\u2060\ufeff\u3164\u2028\u2029]/u,
        );
        expect(line).not.toMatch(
          new RegExp(`(?:(?![\\ufe0f\\ufe0e\\u180b\\u{e0100}])\\p{M}){${mostMarks + 1}}`, 'u'),
        );
        expect(line).not.toMatch(/^\s|\s$|\s\s/u);
        expect(line === '' || /[\p{L}\p{N}\p{P}\p{S}]/u.test(line)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('plain words in any script stay as they are', () => {
    const word = fc.stringMatching(/^[a-zé가-힣ァ-ヴक-ह一-龥А-я]{1,8}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), (words) => {
        expect(visibleLine(words.join(' '))).toBe(words.join(' '));
        expect(visibleProse(words.join('\n'))).toBe(words.join('\n'));
      }),
    );
  });
});
