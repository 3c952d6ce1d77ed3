import { describe, expect, it } from '@jest/globals';
import { isCountry } from './country.ts';

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const pairs = letters.flatMap((first) => letters.map((second) => first + second));

describe('the code of a country', () => {
  it('is one of the 249 of ISO 3166-1, or XK', () => {
    const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
    const codes = pairs.filter(isCountry);
    expect(codes).toHaveLength(250);
    expect(codes.filter((code) => !names.of(code))).toEqual([]);
  });

  it('is neither a reserved one, nor of a former state, nor anything else', () => {
    const none = ['ZZ', 'QQ', 'EU', 'UK', 'UN', 'SU', 'YU', 'AN', 'kr', 'K', 'KOR', '', 'K1', 'constructor'];
    expect(none.filter(isCountry)).toEqual([]);
    expect(['KR', 'BE', 'JP', 'AU', 'IN', 'GB', 'UA', 'NO', 'CA', 'XK'].every(isCountry)).toBe(true);
  });
});
