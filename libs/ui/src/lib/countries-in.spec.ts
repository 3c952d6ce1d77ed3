import { describe, expect, it } from '@jest/globals';
import { countriesIn } from './countries-in.ts';

describe('countries in a text', () => {
  it('are their codes, however they are parted, each once, and none means all', () => {
    expect(countriesIn(' KR, jp;no KR ')).toEqual({ codes: ['KR', 'JP', 'NO'], strange: [] });
    expect(countriesIn('uk')).toEqual({ codes: ['GB'], strange: [] });
    expect(countriesIn('  ')).toEqual({ codes: null, strange: [] });
  });

  it('never turn into all countries by a word that is none', () => {
    expect(countriesIn('Korea')).toEqual({ codes: [], strange: ['Korea'] });
    expect(countriesIn('KR QQ ZZ EU K1')).toEqual({ codes: ['KR'], strange: ['QQ', 'ZZ', 'EU', 'K1'] });
  });
});
