import type { Perimeter } from '../perimeter.ts';
import type { RulePack } from '../rule-pack.ts';

const act = { act: 'Regulation (EU) 2025/2643 (European Defence Industry Programme)', date: '2025-12-16' };
const recalled = { source: 'recalled, not read again', verified: false };

/** The Union and associated countries. Ukraine is judged apart in this programme, unlike in SAFE. */
export const edipPerimeter: Perimeter = { groups: ['eu'], agreements: ['edip-association'] };

/** The European Defence Industry Programme: who can be a recipient. */
export const edipPack: RulePack = {
  scheme: 'edip',
  version: 1,
  from: '2025-12-30',
  to: '2028-01-01',
  rules: [
    {
      ...act,
      ...recalled,
      id: 'edip.established',
      article: 'not looked up',
      says: 'Recipients are established in the Union or an associated country.',
      requires: { kind: 'some', fact: 'establishedIn', within: edipPerimeter },
      exceptions: [],
    },
    {
      ...act,
      ...recalled,
      id: 'edip.controlled',
      article: 'not looked up',
      says: 'Recipients are not controlled from a country that is not associated.',
      requires: { kind: 'every', fact: 'controlledFrom', within: edipPerimeter },
      exceptions: [
        {
          when: { kind: 'is', fact: 'guaranteed', value: true },
          says: 'Controlled from outside: open on guarantees of its state.',
        },
      ],
    },
    {
      ...act,
      id: 'edip.components',
      article: 'not looked up',
      source: 'Official Journal of 29 December 2025, as summarised',
      verified: true,
      says: 'Components from outside the Union and associated countries are at most 35 % of the cost of components.',
      requires: { kind: 'outside-at-most', percent: '35' },
      exceptions: [],
    },
  ],
  pair: {
    ...act,
    ...recalled,
    id: 'edip.supplier',
    article: 'not looked up',
    together: 'one-leads',
    says: 'The firm from outside takes part as a supplier of components, within the 35 %.',
  },
};
