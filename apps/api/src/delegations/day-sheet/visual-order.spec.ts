import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inVisualOrder, piecesOf } from './visual-order.ts';

const shown = (text: string) =>
  inVisualOrder(piecesOf(text).map((piece) => ({ text: piece }))).map((piece) => piece.text);

describe('a line with words that go backward', () => {
  it.each([
    ['words and the number after them', 'פאנל ימי 3', ['3', ' ', 'ימי', ' ', 'פאנל']],
    ['a mark between two of them', 'ימי: פאנל', ['פאנל', ' ', ':', 'ימי']],
    [
      'a mark behind the last of them',
      'Talk: محمد بن, Seoul',
      [...['Talk', ':', ' ', 'بن', ' ', 'محمد', ',', ' ', 'Seoul']],
    ],
    ['a time among them', 'ימי 12:30 פאנל', ['פאנל', ' ', '12', ':', '30', ' ', 'ימי']],
    ['brackets around one of them', 'א (ב) ג', ['ג', ' ', '(', 'ב', ')', ' ', 'א']],
    ['brackets around other letters', 'محمد (ABC 12)', ['محمد', ' ', '(', 'ABC', ' ', '12', ')']],
    ['digits of Arabic', 'وزارة ٢٠٢٧', ['٢', '٠', '٢', '٧', ' ', 'وزارة']],
    ['a number before them', '3 פאנל', ['3', ' ', 'פאנל']],
    ['a range among Hebrew', 'ימי 10-12', ['10', '-', '12', ' ', 'ימי']],
    ['a range among Arabic', 'محمد 10-12', ['12', '-', '10', ' ', 'محمد']],
  ])('stands as it is read: %s', (_, text, pieces) => {
    expect(shown(text)).toEqual(pieces);
  });
});

describe('any line', () => {
  const word = fc.constantFrom('Seoul', 'פאנל', 'محمد', '12', '3.5', ',', ': ', ' ', '(', ')', '서울', '٢٠');
  const line = fc.array(word).map((words) => words.join(''));

  it('keeps every letter, and cuts no word', () => {
    const sorted = (pieces: string[]) => pieces.map((piece) => piece.replace(/[()]/, '()')).sort();
    fc.assert(fc.property(line, (text) => expect(sorted(shown(text))).toEqual(sorted(piecesOf(text)))));
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => piecesOf(text).join('') === text));
  });

  it('stands as it is written where nothing goes backward', () => {
    const forward = line.map((text) => text.replace(/[\p{Script=Hebrew}\p{Script=Arabic}٢٠]/gu, 'x'));
    fc.assert(fc.property(forward, (text) => shown(text).join('') === text));
  });
});
