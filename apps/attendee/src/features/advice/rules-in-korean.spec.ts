import { describe, expect, it } from '@jest/globals';
import { knownPacks } from '@forum/domain/routes/packs/known-packs';
import { rulesInKorean } from './rules-in-korean.ts';

const sentences = knownPacks.flatMap(({ rules, pair }) => [
  pair.says,
  ...rules.flatMap(({ says, exceptions }) => [says, ...exceptions.map((exception) => exception.says)]),
]);

describe('the rules in Korean', () => {
  it('are all that the packs say, and no more', () => {
    expect(Object.keys(rulesInKorean).sort()).toEqual([...new Set(sentences)].sort());
  });
});
