import type { RulePack } from '../rule-pack.ts';

const act = { act: 'Regulation (EU) 2021/695 (Horizon Europe)', date: '2021-04-28' };
const recalled = { source: 'recalled, not read again', verified: false };

/** Horizon Europe: who can take part with funding, and in what. */
export const horizonPack: RulePack = {
  scheme: 'horizon-europe',
  version: 2,
  from: '2021-01-01',
  to: '2028-01-01',
  rules: [
    {
      ...act,
      id: 'horizon.established',
      article: 'Articles 16, 22 and 23',
      source: 'OJ L 2025/1532 and KERC for Korea; the rest recalled',
      verified: false,
      says: 'Participants with funding are established in the Union or an associated country; others may take part in most calls at their own cost.',
      requires: {
        kind: 'some',
        fact: 'establishedIn',
        within: { groups: ['eu'], agreements: ['horizon-association'] },
      },
      exceptions: [
        {
          when: {
            kind: 'some',
            fact: 'establishedIn',
            within: { groups: [], agreements: ['horizon-pillar-2'] },
          },
          says: 'Associated to Pillar II only: with funding in its calls; in most others at its own cost.',
        },
        {
          when: {
            kind: 'unverified',
            notFor: { fact: 'establishedIn', within: { groups: ['horizon-self-financed'], agreements: [] } },
          },
          says: 'Not associated: in most calls at its own cost. Some states of low and middle income are funded all the same; which, was not verified.',
        },
      ],
    },
    {
      ...act,
      ...recalled,
      id: 'horizon.civil',
      article: 'Article 7',
      says: 'The work has an exclusive focus on civil applications.',
      requires: { kind: 'is', fact: 'civilApplication', value: true },
      exceptions: [],
    },
  ],
  pair: {
    ...act,
    ...recalled,
    id: 'horizon.consortium',
    article: 'Article 22',
    together: 'both',
    says: 'Both take part in one consortium of at least three, of three countries of the Union or associated, one of them of the Union.',
  },
};
