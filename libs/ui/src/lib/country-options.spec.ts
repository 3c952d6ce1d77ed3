import { describe, expect, it } from '@jest/globals';
import { isCountry } from '@forum/domain/people/country';
import { countryOptions } from './country-options.ts';

describe.each(['en', 'ko'])('the countries that can be chosen in %s', (language) => {
  const options = countryOptions(language);
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

  it('are exactly those that the forum accepts, each by a name', () => {
    const all = letters.flatMap((a) => letters.map((b) => a + b)).filter(isCountry);
    expect(options.map(({ code }) => code).sort()).toEqual(all);
    expect(all).toEqual(expect.arrayContaining(['PY', 'NU', 'KR', 'TW']));
    expect(options.filter(({ code, name }) => name === code || name === '')).toEqual([]);
  });
});
