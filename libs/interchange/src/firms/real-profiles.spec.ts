import { describe, expect, it } from '@jest/globals';
import { profileSuggester } from '@forum/domain/matchmaking/taxonomy/suggest-profile';
import { taxonomyOf, usualCapabilities } from '@forum/domain/matchmaking/taxonomy/taxonomy';
import { isPresent, realFile } from '../testing/real-files.ts';
import { readFirms } from './read-firms.ts';

const suggest = profileSuggester(taxonomyOf(usualCapabilities));
const present = ['dsei-japan-2023', 'avalon-2025'].every((name) => isPresent(`firms/${name}.json`));

(present ? describe : describe.skip)(
  present
    ? 'the categories of the real lists'
    : 'the categories of the real lists, not run: they are absent (FORUM_DATA names their folder)',
  () => {
    it.each([
      ['dsei-japan-2023', 0.95],
      ['avalon-2025', 0.9],
    ])('of %s suggest a profile to nearly every firm that has any', (name, share) => {
      const firms = readFirms(realFile(`firms/${name}.json`)).firms.filter(
        ({ categories }) => categories.length > 0,
      );
      const suggested = firms.filter(({ categories }) => suggest(categories).offers.length > 0);
      expect(suggested.length / firms.length).toBeGreaterThan(share);
    });
  },
);
