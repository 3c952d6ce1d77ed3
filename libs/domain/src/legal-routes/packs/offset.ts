import type { RulePack } from '../rule-pack.ts';

const law = {
  act: "The buying state's rules on offset",
  date: '2020-01-01',
  source: 'not looked up',
  verified: false,
};

/** Bilateral offset: thresholds and terms of the buying states were not looked up, so the best verdict is conditional. */
export const offsetPack: RulePack = {
  scheme: 'bilateral-offset',
  version: 1,
  from: '2020-01-01',
  to: null,
  rules: [
    {
      ...law,
      id: 'offset.obligation',
      article: 'not looked up',
      says: 'The purchase carries an offset obligation.',
      requires: { kind: 'is', fact: 'offsetObligation', value: true },
      exceptions: [],
    },
    {
      ...law,
      id: 'offset.terms',
      article: 'not looked up',
      says: 'Thresholds, multipliers and eligible work are as the buying state says.',
      requires: { kind: 'is', fact: 'offsetObligation', value: false },
      exceptions: [
        {
          when: { kind: 'is', fact: 'offsetObligation', value: true },
          says: "Open on the terms of the buying state's authority, which are not in this pack.",
        },
      ],
    },
  ],
  pair: {
    ...law,
    id: 'offset.partner',
    article: 'not looked up',
    together: 'both',
    says: 'The obligation binds the seller; the partner is where it is fulfilled.',
  },
};
