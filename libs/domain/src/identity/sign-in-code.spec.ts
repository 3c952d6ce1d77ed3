import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { codeAlphabet, codeLength, codeOf, formatCode, normaliseCode } from './sign-in-code.ts';

const code = fc.uint8Array({ minLength: codeLength, maxLength: 16 }).map(codeOf);

describe('a sign-in code', () => {
  it('has no letters that look alike', () => {
    expect(codeAlphabet).toHaveLength(32);
    expect(new Set(codeAlphabet).size).toBe(32);
    expect([...codeAlphabet].filter((letter) => 'ILOU'.includes(letter))).toEqual([]);
  });

  it('makes every letter of equally many bytes', () => {
    const counts = new Map<string, number>();
    for (let byte = 0; byte < 256; byte++) {
      const letter = codeOf(new Uint8Array(codeLength).fill(byte)).charAt(0);
      counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
    expect([...counts.values()]).toEqual(Array.from({ length: 32 }, () => 8));
  });

  it('is read back from how it is shown, in any case, spacing or width', () => {
    const asTyped = fc.constantFrom(
      (text: string) => text,
      (text: string) => text.toLowerCase(),
      (text: string) => ` ${[...text].join(' ')}\n`,
      (text: string) => text.replace('-', '–'),
      (text: string) => text.replaceAll('0', 'O').replaceAll('1', 'l'),
      (text: string) =>
        text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
    );
    fc.assert(
      fc.property(code, asTyped, (made, type) => expect(normaliseCode(type(formatCode(made)))).toBe(made)),
    );
  });

  it('is shown in two groups of four', () => {
    expect(formatCode('K7MX2P9R')).toBe('K7MX-2P9R');
  });

  it.each(['', 'K7MX-2P9', 'K7MX-2P9R4', 'K7MX-2P9U', 'K7MX-2P9!', 'ㄱ7MX2P9R'])('is not "%s"', (typed) => {
    expect(normaliseCode(typed)).toBeNull();
  });

  it('is either refused or of its form, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        expect(normaliseCode(typed) ?? '00000000').toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
      }),
    );
  });

  it('needs enough random bytes', () => {
    expect(() => codeOf(new Uint8Array(7))).toThrow(RangeError);
  });
});
