import type { Perimeter } from '../perimeter.ts';
import type { RulePack } from '../rule-pack.ts';

const act = { act: 'Regulation (EU) 2021/697 (European Defence Fund)', date: '2021-04-29' };
const recalled = { source: 'recalled, not read again', verified: false };
const perimeter: Perimeter = { groups: ['eu'], agreements: ['edf-association'] };

/** The European Defence Fund: who can be a recipient. */
export const edfPack: RulePack = {
  scheme: 'edf',
  version: 1,
  from: '2021-05-12',
  to: '2028-01-01',
  rules: [
    {
      ...act,
      id: 'edf.established',
      article: 'Article 9',
      source: 'DG DEFIS: participants are of the Union and Norway',
      verified: true,
      says: 'Recipients are established in the Union or an associated country.',
      requires: { kind: 'some', fact: 'establishedIn', within: perimeter },
      exceptions: [],
    },
    {
      ...act,
      ...recalled,
      id: 'edf.managed',
      article: 'Article 9',
      says: 'Their executive management is in the Union or an associated country.',
      requires: { kind: 'every', fact: 'managedFrom', within: perimeter },
      exceptions: [],
    },
    {
      ...act,
      ...recalled,
      id: 'edf.facilities',
      article: 'Article 9',
      says: 'The facilities of the action lie in the Union or an associated country.',
      requires: { kind: 'every', fact: 'facilitiesIn', within: perimeter },
      exceptions: [],
    },
    {
      ...act,
      id: 'edf.controlled',
      article: 'Article 9',
      source: 'IRSEM research paper 125 (2022); the wording of the article was not read again',
      verified: true,
      says: 'Recipients are not controlled from a country that is not associated.',
      requires: { kind: 'every', fact: 'controlledFrom', within: perimeter },
      exceptions: [
        {
          when: { kind: 'is', fact: 'guaranteed', value: true },
          says: 'Controlled from outside: open on guarantees of its state, which the Commission verifies.',
        },
      ],
    },
  ],
  pair: {
    ...act,
    ...recalled,
    id: 'edf.consortium',
    article: 'Article 10',
    together: 'both',
    says: 'Every recipient of a consortium must itself be able to take part; a consortium needs at least three, of three countries.',
  },
};
