import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { capabilitySearch } from './search.ts';
import { taxonomyOf, usualCapabilities } from './taxonomy.ts';

const search = capabilitySearch(taxonomyOf(usualCapabilities));
const codes = (query: string) => search(query).map(({ code }) => code);

describe('a search for a capability', () => {
  it.each([
    ['the beginning of a title', 'prop', 'munitions.propellants'],
    ['Korean, half typed', '레이ㄷ', 'sensors.radar'],
    ['a code', 'ml15', 'ML15'],
    ['words in any order', 'control command', 'c2'],
  ])('by %s finds it first', (_by, query, code) => {
    expect(codes(query)[0]).toBe(code);
  });

  it('by a synonym finds it after those that are called so', () => {
    expect(codes('titanium')).toEqual(['supply.alloys']);
    expect(codes('rockets').indexOf('ML4')).toBeLessThan(codes('rockets').indexOf('space.launch'));
  });

  it('for nothing lists the first ones, as many as asked for', () => {
    expect(search('', 3).map(({ code }) => code)).toEqual(
      usualCapabilities.slice(0, 3).map(({ code }) => code),
    );
  });

  it('finds every capability by each of its words', () => {
    fc.assert(
      fc.property(fc.constantFrom(...usualCapabilities), (capability) => {
        for (const word of [
          capability.code,
          capability.title.en,
          capability.title.ko,
          ...capability.synonyms,
        ]) {
          expect(search(word, usualCapabilities.length)).toContain(capability);
        }
      }),
    );
  });
});
