import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { savedAs } from './saved-as.ts';

describe('the name that a file is saved under', () => {
  it.each([
    ['Sight 2027.pdf', `attachment; filename="Sight 2027.pdf"; filename*=UTF-8''Sight%202027.pdf`],
    ['조준경.pdf', `attachment; filename="___.pdf"; filename*=UTF-8''%EC%A1%B0%EC%A4%80%EA%B2%BD.pdf`],
    ['a"b\\c%41.txt', `attachment; filename="a_b_c_41.txt"; filename*=UTF-8''a%22b%5Cc%2541.txt`],
    ["it's (1)*.png", `attachment; filename="it's (1)*.png"; filename*=UTF-8''it%27s%20%281%29%2a.png`],
  ])('%s', (name, header) => {
    expect(savedAs(name)).toBe(header);
  });

  it('is whole again when it is read, and breaks out of nothing', () => {
    const anyName = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\0-\x1f\x7f]/g, ''));
    fc.assert(
      fc.property(anyName, (name) => {
        const parts = /^attachment; filename="([\x20-\x7e]*)"; filename\*=UTF-8''([\w!.~%-]*)$/.exec(
          savedAs(name),
        );
        expect(parts?.[1]).not.toMatch(/["\\]/);
        expect(decodeURIComponent(parts?.[2] ?? '\0')).toBe(name);
      }),
    );
  });
});
