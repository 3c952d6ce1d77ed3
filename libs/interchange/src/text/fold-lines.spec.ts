import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldLines } from './fold-lines.ts';

describe('folded lines', () => {
  it('break after 75 octets and go on after a space', () => {
    expect(foldLines(`${'a'.repeat(76)}\r\nb\r\n`)).toBe(`${'a'.repeat(75)}\r\n a\r\nb\r\n`);
    expect(foldLines('국'.repeat(26))).toBe(`${'국'.repeat(25)}\r\n 국`);
  });

  it('are never longer, cut no character, and unfold to what they were', () => {
    const line = fc.string({ unit: fc.constantFrom('a', 'é', '국', '🛰', ' '), maxLength: 200 });
    fc.assert(
      fc.property(fc.array(line), (told) => {
        const folded = foldLines(told.join('\r\n'));
        const sizes = folded.split('\r\n').map((each) => Buffer.byteLength(each));
        expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(75);
        expect(folded).not.toMatch(/\p{Cs}/u);
        fc.pre(!told.some((each) => each.startsWith(' ')));
        expect(folded.replaceAll('\r\n ', '')).toBe(told.join('\r\n'));
      }),
    );
  });
});
