import type { Perimeter } from '../perimeter.ts';
import type { RulePack } from '../rule-pack.ts';

const act = { act: 'Council Regulation (EU) 2025/1106 (SAFE)', date: '2025-05-27' };
const birdAndBird = { source: 'Bird & Bird on the SAFE Regulation (2025)', verified: true };
const recalled = { source: 'recalled, not read again', verified: false };

/** Where contractors of SAFE may be, and where components count as inside; agreements under SAFE widen the first. */
export const safePerimeter: Perimeter = { groups: ['eu', 'eea-efta', 'ukraine'], agreements: [] };
const contractors: Perimeter = { ...safePerimeter, agreements: ['safe-participation'] };

/** SAFE: who can be a contractor of common procurement. */
export const safePack: RulePack = {
  scheme: 'safe',
  version: 1,
  from: '2025-05-29',
  to: '2031-01-01',
  rules: [
    {
      ...act,
      ...birdAndBird,
      id: 'safe.established',
      article: 'Article 16',
      says: 'Contractors are established in the Union, in the EEA members of EFTA, in Ukraine, or in a country with an agreement under SAFE.',
      requires: { kind: 'some', fact: 'establishedIn', within: contractors },
      exceptions: [],
    },
    {
      ...act,
      ...recalled,
      id: 'safe.partnership',
      article: 'Article 17',
      says: 'An agreement under SAFE presupposes a Security and Defence Partnership; the partnership alone opens nothing.',
      requires: {
        kind: 'some',
        fact: 'establishedIn',
        within: { ...contractors, agreements: ['safe-participation', 'security-and-defence-partnership'] },
      },
      exceptions: [],
    },
    {
      ...act,
      ...birdAndBird,
      id: 'safe.managed',
      article: 'Article 16',
      says: 'Their executive management is there too.',
      requires: { kind: 'every', fact: 'managedFrom', within: contractors },
      exceptions: [],
    },
    {
      ...act,
      ...recalled,
      id: 'safe.controlled',
      article: 'Article 16',
      says: 'Contractors are not controlled from elsewhere.',
      requires: { kind: 'every', fact: 'controlledFrom', within: contractors },
      exceptions: [
        {
          when: { kind: 'is', fact: 'guaranteed', value: true },
          says: 'Controlled from outside: open after screening of the investment, or on guarantees of its state.',
        },
      ],
    },
    {
      ...act,
      id: 'safe.components',
      article: 'Article 16(10)',
      source: 'Text of the Council as quoted by Maple Leaf Navy; Bird & Bird; DFM names the paragraph',
      verified: true,
      says: 'Components from outside are at most 35 % of the estimated cost of the components of the end product.',
      requires: { kind: 'outside-at-most', percent: '35' },
      exceptions: [],
    },
    {
      ...act,
      ...birdAndBird,
      id: 'safe.design-authority',
      article: 'Article 16',
      says: 'For critical products the contractor can decide on the design without restrictions from outside.',
      requires: {
        kind: 'any',
        of: [
          { kind: 'is', fact: 'criticalProduct', value: false },
          { kind: 'is', fact: 'designAuthority', value: true },
        ],
      },
      exceptions: [],
    },
  ],
  pair: {
    ...act,
    ...birdAndBird,
    id: 'safe.supplier',
    article: 'Article 16(10)',
    together: 'one-leads',
    says: 'The firm from outside takes part as a supplier of components, within the 35 %.',
  },
};
