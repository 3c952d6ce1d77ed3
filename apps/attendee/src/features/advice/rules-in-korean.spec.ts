import { describe, expect, it } from '@jest/globals';
import { knownAgreements } from '@forum/domain/legal-routes/agreements';
import { knownPacks } from '@forum/domain/legal-routes/packs/known-packs';
import { citationsInKorean } from './citations-in-korean.ts';
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

describe('the citations in Korean', () => {
  const cited = knownPacks.flatMap(({ rules, pair }) => [...rules, pair]);
  const sources = cited.filter(({ verified }) => verified).map(({ source }) => source);
  const named = new Set([...cited, ...knownAgreements].map(({ act }) => act));

  it('say where every rule was read', () => {
    expect(sources.filter((source) => !(source in citationsInKorean))).toEqual([]);
  });

  it('say nothing that no rule or agreement cites', () => {
    const unused = Object.keys(citationsInKorean).filter(
      (text) => !named.has(text) && !sources.includes(text),
    );
    expect(unused).toEqual([]);
  });
});
