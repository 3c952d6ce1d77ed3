import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { editionName, fullEditionName } from './edition-name.ts';

const named = (title: string) => fullEditionName({ title, city: 'Seoul', otherCities: ['서울'], year: 2026 });

describe('the name of an edition', () => {
  it.each([
    ['Indo-Pacific Defence Industry Forum', 'Seoul 2026 · Indo-Pacific Defence Industry Forum'],
    ['Defence Industry Forum, Seoul', 'Seoul 2026 · Defence Industry Forum'],
    ['Defence Industry Forum Seoul 2026', 'Seoul 2026 · Defence Industry Forum'],
    ['Defence Industry Forum – 2026', 'Seoul 2026 · Defence Industry Forum'],
    ['방위산업 포럼 서울', 'Seoul 2026 · 방위산업 포럼'],
    ['Seoul Defence Dialogue', 'Seoul 2026 · Seoul Defence Dialogue'],
    ['Seoul 2026', 'Seoul 2026'],
  ])('of "%s" is "%s"', (title, name) => {
    expect(named(title)).toBe(name);
  });

  it('says city and year once at the end of any title', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8}){0,3}$/), (words) => {
        fc.pre(!/seoul/.test(words));
        for (const end of ['', ' Seoul', ', Seoul', ' Seoul 2026', ' – 2026'])
          expect(editionName({ title: words + end, city: 'Seoul', year: 2026 })).toEqual({
            short: 'Seoul 2026',
            forum: words,
          });
      }),
    );
  });
});
