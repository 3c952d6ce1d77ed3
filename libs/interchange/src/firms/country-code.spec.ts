import { describe, expect, it } from '@jest/globals';
import { sample } from '../testing/samples.ts';
import { countryCode } from './country-code.ts';

const written = new TextDecoder()
  .decode(sample('countries.csv'))
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => /^"(.*)",(.*)$/.exec(line)?.slice(1) ?? []);

describe('a country as a list writes it', () => {
  it.each(written)('“%s” is %s', (name = '', code = '') => {
    expect(countryCode(name)).toBe(code === '' ? null : code);
  });

  it.each([
    ['KR', 'KR'],
    ['Republic of Korea', 'KR'],
    ['Korea, Democratic People’s Republic of', 'KP'],
    ['대한민국', 'KR'],
    ['日本', 'JP'],
    ['Republic of China', 'TW'],
    ['Congo, Dem. Rep.', 'CD'],
    ['Republic of the Congo', 'CG'],
    ['Dominican Republic', 'DO'],
    ['Dominica', 'DM'],
    ['South Sudan', 'SS'],
    ['Sudan', 'SD'],
    ['Guinea', 'GN'],
    ['Equatorial Guinea', 'GQ'],
    ['Allemagne', 'DE'],
    ['Niger', 'NE'],
    ['Nigeria', 'NG'],
  ])('“%s” is %s', (name, code) => {
    expect(countryCode(name)).toBe(code);
  });
});
