import type { Perimeter } from '../perimeter.ts';
import type { RulePack } from '../rule-pack.ts';

const allies: Perimeter = { groups: ['nato'], agreements: [] };
const recalled = { source: 'recalled, not read again', verified: false };
const diana = { act: 'DIANA challenge calls', date: '2023-06-19' };
const fund = { act: 'NATO Innovation Fund, limited partnership', date: '2022-06-30' };

/** DIANA, NATO's accelerator: whose firms its challenges admit. */
export const dianaPack: RulePack = {
  scheme: 'diana',
  version: 1,
  from: '2023-06-19',
  to: null,
  rules: [
    {
      ...diana,
      id: 'diana.headquarters',
      article: 'eligibility',
      source: 'Defence Industry Europe on the first cohort (2023)',
      verified: true,
      says: 'Companies are headquartered in a member state of NATO.',
      requires: { kind: 'some', fact: 'headquarteredIn', within: allies },
      exceptions: [],
    },
    {
      ...diana,
      ...recalled,
      id: 'diana.dual-use',
      article: 'eligibility',
      says: 'The solution has civil and military uses.',
      requires: { kind: 'is', fact: 'dualUse', value: true },
      exceptions: [],
    },
  ],
  pair: {
    ...diana,
    ...recalled,
    id: 'diana.together',
    article: 'eligibility',
    together: 'both',
    says: 'A common proposal needs both to be admissible.',
  },
};

/** The NATO Innovation Fund. Whose states hold shares was not verified, so no verdict is better than unknown. */
export const innovationFundPack: RulePack = {
  scheme: 'nato-innovation-fund',
  version: 1,
  from: '2022-06-30',
  to: null,
  rules: [
    {
      ...fund,
      ...recalled,
      id: 'nif.headquarters',
      article: 'investment criteria',
      says: 'Companies are headquartered in a member state of NATO.',
      requires: { kind: 'some', fact: 'headquarteredIn', within: allies },
      exceptions: [],
    },
    {
      ...fund,
      source: 'not verified',
      verified: false,
      id: 'nif.shareholders',
      article: 'investment criteria',
      says: 'The state takes part in the fund; the list of those that do was not verified.',
      requires: { kind: 'unverified' },
      exceptions: [],
    },
  ],
  pair: {
    ...fund,
    ...recalled,
    id: 'nif.together',
    article: 'investment criteria',
    together: 'both',
    says: 'The fund invests in one company; both must be admissible to be looked at together.',
  },
};
